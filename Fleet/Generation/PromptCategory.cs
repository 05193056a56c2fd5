namespace ControlPlane.Fleet.Generation;

/// <summary>A kind of prompt.</summary>
/// <param name="Name">Its name.</param>
/// <param name="QualityFactor">Quality of its results relative to a model's curve, &gt; 0.</param>
public sealed record PromptCategory(string Name, double QualityFactor)
{
    /// <summary>
    /// The categories of PartiPrompts. A factor is the category's CLIP score over that of all prompts (SD2.1, 20 steps, Ascend ModelZoo), taken for every model alike.
    /// </summary>
    public static IReadOnlyList<PromptCategory> Parti { get; } =
    [
        new("Abstract", 0.776), new("Arts", 1.1), new("World Knowledge", 1.021), new("Indoor Scenes", 1.021), new("Animals", 1.018), new("People", 1.016),
        new("Vehicles", 1), new("Illustrations", 0.997), new("Produce & Plants", 0.987), new("Artifacts", 0.982), new("Outdoor Scenes", 0.976), new("Food & Beverage", 0.974),
    ];
}
