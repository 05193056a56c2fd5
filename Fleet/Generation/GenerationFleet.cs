namespace ControlPlane.Fleet.Generation;

/// <summary>The service providers of a fleet, what lies between them, and what all of them are asked for.</summary>
/// <param name="Providers">The providers, at least one.</param>
/// <param name="Links">The ways between them, by origin and then by provider.</param>
/// <param name="Deadlines">The deadline classes, at least one.</param>
public sealed record GenerationFleet(
    IReadOnlyList<ServiceProviderSpec> Providers, IReadOnlyList<IReadOnlyList<TransferLink>> Links, IReadOnlyList<DeadlineClass> Deadlines)
{
    /// <summary>Kinds of prompts.</summary>
    public IReadOnlyList<PromptCategory> Categories { get; init; } = PromptCategory.Parti;

    /// <summary>Numbers of denoising steps to choose from, rising.</summary>
    public IReadOnlyList<int> Steps { get; init; } = GenerationModels.Steps;

    /// <summary>What users pay.</summary>
    public GenerationTerms Terms { get; init; } = new();

    /// <summary>Length of a slot, s.</summary>
    public double SlotS { get; init; } = 300;

    /// <summary>What is transferred of an image that is made elsewhere, bytes.</summary>
    public double BytesPerImage { get; init; } = 3e5;

    /// <summary>The longest deadline, s: nobody waits longer.</summary>
    public double PatienceS => Deadlines.Max(d => d.WithinS);

    /// <summary>The way from a provider to another, or to itself.</summary>
    /// <param name="origin">Index of the one.</param>
    /// <param name="provider">Index of the other.</param>
    public TransferLink Link(int origin, int provider) => origin == provider ? TransferLink.Local : Links[origin][provider];
}
