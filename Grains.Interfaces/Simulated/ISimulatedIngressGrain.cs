using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Simulated;

/// <summary>An ingress: it owns every accepted job until a data centre has it. The key is <see cref="GrainKeys.Ingress"/>.</summary>
[Alias("controlplane.ISimulatedIngressGrain")]
public interface ISimulatedIngressGrain : IGrainWithStringKey
{
    /// <summary>Makes the ingress. Doing so again changes nothing.</summary>
    /// <param name="setup">What it is made with.</param>
    [Alias("Open")]
    Task Open(IngressSetup setup);

    /// <summary>Sends a job to the site that the policy chooses, or holds it.</summary>
    /// <param name="item">The job, here.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>Its shipment; none when it is held.</returns>
    [Alias("Dispatch")]
    Task<ShipmentReply> Dispatch(WorkRecord item, double nowS);

    /// <summary>Sends held jobs in order of arrival, as far as the policy places them.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Retry")]
    Task<RetryReply> Retry(double nowS);

    /// <summary>A transfer ends.</summary>
    /// <param name="slot">Slot of the shipment.</param>
    /// <param name="generation">Generation of the shipment.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>The shipment; none when the job was withdrawn on its way.</returns>
    [Alias("Deliver")]
    Task<ShipmentReply> Deliver(int slot, int generation, double nowS);

    /// <summary>Withdraws a job that is here or on its way.</summary>
    /// <param name="job">Its number.</param>
    [Alias("Cancel")]
    Task<IngressCancelReply> Cancel(long job);

    /// <summary>Forgets the ingress: its run is over.</summary>
    [Alias("Close")]
    Task Close();
}
