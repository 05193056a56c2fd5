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

    public static SiteReport ReadReport(this ref StateReader reader) => new(
        reader.Number(),
        reader.Number(),
        (ReportKind)reader.Byte(),
        reader.ReadWorkItem(),
        reader.Real(),
        reader.Real(),
        reader.ReadAllocation(),
        reader.Real());
}
