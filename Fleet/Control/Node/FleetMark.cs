using System.Globalization;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>
/// What a fleet is, line by line. A node keeps it with its founding: its journal means something only with the fleet that it was written with, of which the names, the
/// numbers of GPUs and the models all count.
/// </summary>
internal static class FleetMark
{
    /// <summary>The lines of a fleet.</summary>
    public static string[] Of(FleetModel model) =>
    [
        .. model.Sites.Select((site, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"site {i}: '{site.Name}' with {site.GpuCount} {site.Gpu.Name} ({site.Gpu.IdleW} {site.Gpu.PeakW} {site.Gpu.SleepW} W), at most {site.MaxGpusPerJob} a job, clocks {Joined(site.Clocks)}, "
            + $"power {site.Power.Alpha} {site.Power.Beta} {site.Power.Gamma}, latency {site.Latency.Alpha} {site.Latency.Beta} {site.Latency.Gamma}, "
            + $"queue {site.QueueLimit}, checkpoints {site.CheckpointIntervalS}")),
        .. model.Ingresses.Select((ingress, i) => $"ingress {i}: '{ingress}'"),
    ];

    /// <summary>Refuses another fleet than the one that was kept.</summary>
    /// <exception cref="InvalidDataException">The first line that differs.</exception>
    public static void Require(IReadOnlyList<string> kept, FleetModel model)
    {
        var present = Of(model);
        for (var line = 0; line < Math.Max(kept.Count, present.Length); line++)
        {
            var (one, other) = (kept.ElementAtOrDefault(line), present.ElementAtOrDefault(line));
            if (one != other)
                throw new InvalidDataException($"it was founded with {one ?? "no more"}, and is started with {other ?? "no more"}: a node keeps the fleet that it was founded with");
        }
    }

    private static string Joined(IEnumerable<double> values) => string.Join(' ', values.Select(v => v.ToString(CultureInfo.InvariantCulture)));
}
