using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Protocol;

/// <summary>How a report is kept until it is acknowledged.</summary>
internal static class ReportState
{
    public static void Write(this StateWriter writer, in SiteReport report)
    {
        writer.Number(report.Number);
        writer.Number(report.Token);
        writer.Byte((byte)report.Kind);
        writer.Write(report.Item);
        writer.Real(report.AtS);
        writer.Real(report.StartS);
        writer.Write(report.Allocation);
        writer.Real(report.EnergyJ);
    }

    // Numbers, kind, item, two times, allocation, energy.
    internal const int LeastBytes = 2 + 1 + JobState.LeastItemBytes + 2 * 8 + 2 + 8;

    public static SiteReport ReadReport(this ref StateReader reader)
    {
        var report = new SiteReport(
            reader.Number(),
            reader.Number(),
            (ReportKind)reader.Byte(),
            reader.ReadWorkItem(),
            reader.Finite(),
            reader.Finite(),
            reader.ReadAllocation(),
            reader.Finite());
        return report.Kind <= ReportKind.Withdrawn ? report : throw reader.Damaged($"a report of kind {(int)report.Kind}");
    }
}
