namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>
/// The entities of one run as the event loop drives them. Every operation carries the time and has taken effect when it returns, so that operations
/// have one total order wherever the entities live. One caller at a time; disposing releases the entities.
/// </summary>
public interface IHostedFleet : IDisposable
{
    /// <summary>The data centres.</summary>
    ISiteOperations Sites { get; }

    /// <summary>The ingresses.</summary>
    IIngressOperations Ingresses { get; }

    /// <summary>The policy with its view of the fleet.</summary>
    IPolicyOperations Policy { get; }
}
