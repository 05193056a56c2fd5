using ControlPlane.Client.Orleans.Regions.Playing;
using ControlPlane.Client.Output;
using ControlPlane.Client.Regions;
using ControlPlane.Grains.Decisions;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Orleans.Regions;

/// <summary>The verbs on grains. The console waits for each: nothing else runs beside it.</summary>
/// <param name="connection">The way to the region; it is closed with this.</param>
internal sealed class LiveRegionVerbs(RegionConnection connection) : IRegionVerbs
{
    public void Dispose() => connection.Dispose();

    public Document Open(OpenRequest request) => RegionOpening.Open(connection, request).GetAwaiter().GetResult();

    public PlayResult Play(PlayRequest request, Action<string> tell) => Player.Play(connection, request, tell).GetAwaiter().GetResult();

    public Document Status() => RegionReading.Status(connection).GetAwaiter().GetResult();

    public Document Change(SiteChange change, string site) => RegionChanges.Change(connection, change, site).GetAwaiter().GetResult();

    public Document Versions() => VersionTables.List(connection.Target.Region, Accepted(connection.Coordinator.Versions));

    public Document Publish(PolicySpec policy, string note)
    {
        var version = Accepted(() => connection.Coordinator.Publish(policy.ToWire(), note));
        return VersionTables.Published(connection.Target.Region, version, Accepted(connection.Coordinator.Versions));
    }

    public Document Activate(int version)
    {
        var publication = Accepted(() => connection.Coordinator.Activate(version));
        return VersionTables.Activated(connection.Target.Region, publication, Accepted(connection.Coordinator.Versions));
    }

    public Document Find(IReadOnlyList<long> ids, out bool areKnown)
    {
        var found = RegionReading.Find(connection, ids).GetAwaiter().GetResult();
        areKnown = found.AreKnown;
        return found.Document;
    }

    private T Accepted<T>(Func<Task<T>> call) => Refusals.Explain(connection.Calls.Call(call)).GetAwaiter().GetResult();
}
