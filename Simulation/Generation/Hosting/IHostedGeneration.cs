namespace ControlPlane.Simulation.Generation.Hosting;

/// <summary>
/// The providers and sites of one day as the engine drives them. Every operation has taken effect when it returns, so that operations have one total order wherever the
/// entities live. One caller at a time; disposing releases them.
/// </summary>
public interface IHostedGeneration : IDisposable
{
    /// <summary>The providers.</summary>
    IProviderOperations Providers { get; }

    /// <summary>Their sites.</summary>
    IEnergyOperations Sites { get; }
}
