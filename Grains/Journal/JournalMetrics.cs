using System.Diagnostics.Metrics;

namespace ControlPlane.Grains.Journal;

/// <summary>What the durable grains of this process write, by grain type (tag <c>grain</c>).</summary>
internal static class JournalMetrics
{
    private static readonly Meter Meter = new("ControlPlane.Grains");
    private static readonly Counter<long> Commits = Meter.CreateCounter<long>("controlplane.grains.commits", "{commit}", "Commits, each one write.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("controlplane.grains.failures", "{activation}", "Activations given up, because a commit failed or an entity did.");
    private static readonly Counter<long> Operations = Meter.CreateCounter<long>("controlplane.grains.operations", "{operation}", "Operations made durable.");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("controlplane.grains.bytes", "By", "Bytes of the segments and snapshots written.");
    private static readonly Histogram<int> Batch = Meter.CreateHistogram<int>("controlplane.grains.batch", "{operation}", "Operations a commit.");

    public static void Committed(string grainType, int operations, int bytes)
    {
        var tag = Tag(grainType);
        Commits.Add(1, tag);
        Operations.Add(operations, tag);
        Bytes.Add(bytes, tag);
        Batch.Record(operations, tag);
    }

    public static void Failed(string grainType) => Failures.Add(1, Tag(grainType));

    private static KeyValuePair<string, object?> Tag(string grainType) => new("grain", grainType);
}
