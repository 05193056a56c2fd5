using System.Text.Json;
using ControlPlane.Fleet;
using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Policies.Learned;

/// <summary>What a trained model says about itself.</summary>
/// <param name="Preset">How it decides and learned: <c>priced</c> or <c>paper</c> of placements, <c>jemas</c> or <c>jemas-sac</c> of generation jobs.</param>
/// <param name="Scenario">What it was trained on.</param>
/// <param name="Fleet">The sites of that fleet, as <see cref="FleetOf"/> names them, or the names of the providers.</param>
/// <param name="Seed">Seed of all randomness.</param>
/// <param name="Decisions">Decisions it has seen.</param>
/// <param name="Updates">Updates that were made.</param>
/// <param name="Settings">Widths of the networks and what else its reader has to know, by name.</param>
/// <param name="HeldOut">What came out on held-out runs: mean energy above the frontier, %, or mean utility, USD a day; null when it was not measured.</param>
public sealed record ModelCard(
    string Preset,
    string Scenario,
    IReadOnlyList<string> Fleet,
    long Seed,
    long Decisions,
    long Updates,
    IReadOnlyDictionary<string, double[]> Settings,
    double? HeldOut = null)
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The sites of a fleet as cards name them: name, GPU type and the most GPUs of a job.</summary>
    /// <param name="model">The fleet.</param>
    public static IReadOnlyList<string> FleetOf(FleetModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Sites.Select(s => $"{s.Name} {s.Gpu.Name} {Math.Min(s.MaxGpusPerJob, s.GpuCount)}")];
    }

    /// <summary>Where the sites of a fleet differ from those that a card names.</summary>
    /// <param name="present">The sites of the fleet, named as the card does.</param>
    /// <param name="known">The sites of the card.</param>
    /// <returns>Null where they do not.</returns>
    internal static string? Difference(IReadOnlyList<string> present, IReadOnlyList<string> known)
    {
        if (present.SequenceEqual(known))
            return null;
        var other = present.Zip(known).FirstOrDefault(pair => pair.First != pair.Second);
        return other == default ? $"this one has {present.Count} sites" : $"this one has '{other.First}' where the other has '{other.Second}'";
    }

    /// <summary>As text.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Format);

    /// <summary>From text.</summary>
    /// <param name="text">What <see cref="ToText"/> gave.</param>
    /// <exception cref="CheckpointException">It is no card.</exception>
    public static ModelCard Parse(string text)
    {
        try
        {
            var card = JsonSerializer.Deserialize<ModelCard>(text, Format);
            if (card is { Preset: not null, Scenario: not null, Fleet: not null, Settings: not null } && !card.Fleet.Contains(null!))
                return card;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new CheckpointException(CheckpointFault.Corrupt, "the model does not say what it is: its card cannot be read.");
    }

    /// <summary>A whole number among the settings.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">The most it may be.</param>
    /// <exception cref="CheckpointException">It is missing or out of range.</exception>
    public int Count(string name, int most) => Counts(name, most) is [var count] ? count : throw Wrong(name, $"one whole number in [1, {most}]");

    /// <summary>Whole numbers among the settings.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="most">The most that each may be.</param>
    /// <exception cref="CheckpointException">They are missing or out of range.</exception>
    public IReadOnlyList<int> Counts(string name, int most)
    {
        if (!Settings.TryGetValue(name, out var values) || values is null || values.Length is 0 or > 16)
            throw Wrong(name, "given");
        return values.All(v => v >= 1 && v <= most && v == Math.Floor(v)) ? [.. values.Select(v => (int)v)] : throw Wrong(name, $"whole numbers in [1, {most}]");
    }

    /// <summary>Whether layers of these widths can be in a file, before memory is reserved for them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="widths">Width of the input and of every layer.</param>
    /// <exception cref="CheckpointException">The file is too short for them.</exception>
    public static void RequireRoom(Stream file, params IReadOnlyList<int> widths)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(widths);
        var bytes = 0L;
        for (var i = 1; i < widths.Count; i++)
            bytes += (long)widths[i - 1] * widths[i] * sizeof(float);
        if (bytes > file.Length)
            throw new CheckpointException(CheckpointFault.WrongShape, $"the model does not fit: its card speaks of {bytes} bytes of weights, and it has {file.Length} in all.");
    }

    /// <summary>Whether a setting is there and not 0.</summary>
    /// <param name="name">Its name.</param>
    public bool Is(string name) => Settings.TryGetValue(name, out var values) && values is [not 0];

    private static CheckpointException Wrong(string name, string allowed) =>
        new(CheckpointFault.WrongShape, $"the model does not fit: '{name}' must be {allowed}.");
}
