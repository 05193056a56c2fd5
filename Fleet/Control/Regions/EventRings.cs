using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Regions;

/// <summary>What the parts of a region do with their events.</summary>
internal static class EventRings
{
    public static IReadOnlyList<RegionEvent> After(this EventRing ring, long after, int most) => [.. ring.After(after).Take(most).Select(Show)];

    public static IReadOnlyList<RegionEvent> Of(this EventRing ring, string job, int most) => [.. ring.All.Where(e => e.JobName == job).TakeLast(most).Select(Show)];

    public static void Save(this EventRing ring, StateWriter writer)
    {
        writer.Number(ring.Last);
        writer.Count(ring.Count);
        foreach (var entry in ring.All)
            writer.Write(entry);
    }

    public static void Load(this EventRing ring, ref StateReader reader)
    {
        ring.Clear(reader.Number());
        for (var left = reader.CountOf(8); left > 0; left--)
            ring.Add(reader.ReadEvent());
    }

    private static RegionEvent Show(NodeEvent entry) =>
        new(entry.Number, entry.AtS, NodeEvents.Word(entry.Kind), entry.JobName.Length > 0 ? entry.JobName : null, entry.Site, entry.Detail);
}
