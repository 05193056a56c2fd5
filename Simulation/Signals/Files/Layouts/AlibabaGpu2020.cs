using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Tasks or jobs of Alibaba's GPU cluster of 2020. The published files have no header: the one beside them is known here.</summary>
/// <param name="name">Short name.</param>
/// <param name="title">What it is.</param>
/// <param name="header">The columns.</param>
/// <param name="status">Number of the column with the status.</param>
internal sealed class AlibabaGpu2020(string name, string title, string header, int status) : RequestTrace(
    name,
    title,
    header,
    "The file has no header (one may be there): it is told by the number of its fields and by the status. start_time is in seconds from the beginning of the trace, put at 1970-01-01 UTC; rows that never started are counted, but arrive at no time.")
{
    private static readonly string[] Statuses = ["Terminated", "Failed", "Running", "Waiting", "Interrupted", "Ready", "Cancelled"];
    private readonly string[] _header = header.Split(',');

    public override IReadOnlyList<string> Needed { get; } = header.Split(',');

    protected override string Time => "start_time";

    protected override IReadOnlyList<(string Column, string Name)> Tallies { get; } = [("status", "status"), ("inst_num", "instances"), ("plan_gpu", "GPUs in percent"), ("gpu_type", "GPU")];

    // Before its first line: there is none.
    protected override IReadOnlyList<string>? ImpliedHeader(IReadOnlyList<string[]> head) =>
        head[0].Length == _header.Length && Statuses.Contains(head[0][status], StringComparer.OrdinalIgnoreCase) ? _header : null;

    protected override DateTimeOffset? TimeOf(SignalRows rows, Column time) =>
        SignalRows.IsMissing(rows.Span(time.Index).Trim()) ? null : SecondsColumn.Utc(rows, time);
}
