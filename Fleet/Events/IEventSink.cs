namespace ControlPlane.Fleet.Events;

/// <summary>Receives the events of a fleet in order.</summary>
public interface IEventSink
{
    /// <summary>Takes one event.</summary>
    /// <param name="entry">The event.</param>
    void Record(in FleetEvent entry);
}
