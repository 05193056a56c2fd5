using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Pods of Alibaba's GPU cluster of 2023.</summary>
internal sealed class AlibabaGpu2023() : RequestTrace(
    "alibaba-gpu-2023",
    "Alibaba GPU cluster 2023: pods",
    "name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,creation_time,deletion_time,scheduled_time",
    "creation_time is in seconds from the beginning of the trace; it is put at 1970-01-01 UTC.")
{
    public override IReadOnlyList<string> Needed { get; } = ["name", "num_gpu", "gpu_milli", "creation_time"];

    protected override string Time => "creation_time";

    protected override IReadOnlyList<(string Column, string Name)> Tallies { get; } = [("num_gpu", "GPUs"), ("qos", "qos"), ("pod_phase", "phase")];

    protected override DateTimeOffset? TimeOf(SignalRows rows, Column time) => SecondsColumn.Utc(rows, time);
}
