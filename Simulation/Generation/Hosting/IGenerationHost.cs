namespace ControlPlane.Simulation.Generation.Hosting;

/// <summary>Where the providers and sites of a day live: in this process, called directly, or elsewhere. May serve many days side by side.</summary>
public interface IGenerationHost
{
    /// <summary>Makes the providers and sites of one day, all empty.</summary>
    /// <param name="setup">What they are made with.</param>
    IHostedGeneration Open(GenerationSetup setup);
}
