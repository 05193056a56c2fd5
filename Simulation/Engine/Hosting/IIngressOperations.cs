using ControlPlane.Fleet.Ingresses;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>
/// The operations of all ingresses. Each is the operation of <see cref="Ingress"/> with the same name; the run's policy places the jobs, and its view
/// is told what leaves and arrives.
/// </summary>
public interface IIngressOperations
{
    /// <summary>Jobs held, all ingresses together.</summary>
    int Held { get; }

    /// <summary>Jobs on their way to a site, all ingresses together.</summary>
    int InTransit { get; }

    /// <summary>Sends a job from its ingress to the site that the policy chooses, or holds it.</summary>
    /// <param name="item">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="shipment">The job on its way, if the method returns true.</param>
    bool Dispatch(in WorkItem item, double nowS, out Shipment shipment);

    /// <summary>Sends held jobs, ingress by ingress, as far as the policy places them.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="sent">Receives the jobs on their way.</param>
    void Retry(double nowS, Action<Shipment> sent);

    /// <summary>A transfer ends.</summary>
    /// <param name="ingress">Ingress index.</param>
    /// <param name="slot">Slot of the shipment.</param>
    /// <param name="generation">Generation of the shipment.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="shipment">The shipment.</param>
    bool TryDeliver(int ingress, int slot, int generation, double nowS, out Shipment shipment);

    /// <summary>Withdraws a job that is at an ingress or on its way.</summary>
    /// <param name="id">The job.</param>
    /// <param name="shipment">Its shipment, if it was on its way.</param>
    bool TryCancel(JobId id, out Shipment? shipment);
}
