using ControlPlane.Fleet.Events;

namespace ControlPlane.Grains.Tests.Parity;

/// <summary>Keeps an event log.</summary>
internal sealed class ListSink : IEventSink
{
    public List<FleetEvent> Events { get; } = [];

    public void Record(in FleetEvent entry) => Events.Add(entry);
}
