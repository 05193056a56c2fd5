namespace ControlPlane.Simulation.Generation.Hosting;

/// <summary>Makes providers and sites in this process.</summary>
public sealed class DirectGenerationHost : IGenerationHost
{
    private DirectGenerationHost()
    {
    }

    /// <summary>The one there is.</summary>
    public static DirectGenerationHost Instance { get; } = new();

    /// <inheritdoc/>
    public IHostedGeneration Open(GenerationSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return new DirectGeneration(setup);
    }
}
