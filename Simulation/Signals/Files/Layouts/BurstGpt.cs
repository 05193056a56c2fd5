using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Requests to ChatGPT and GPT-4 of a campus.</summary>
internal sealed class BurstGpt() : RequestTrace(
    "burstgpt",
    "BurstGPT, with or without sessions",
    "Timestamp,[Session ID,Elapsed time,]Model,Request tokens,Response tokens,Total tokens,Log Type",
    "Timestamp is in seconds from an unnamed midnight; it is put at 1970-01-01 UTC. The older file has no sessions.")
{
    public override IReadOnlyList<string> Needed { get; } = ["Timestamp", "Model", "Request tokens", "Response tokens"];

    protected override string Time => "Timestamp";

    protected override IReadOnlyList<(string Column, string Name)> Tallies { get; } =
        [("Model", "model"), ("Log Type", "log type"), ("Request tokens", "request tokens"), ("Response tokens", "response tokens")];

    protected override DateTimeOffset? TimeOf(SignalRows rows, Column time) => SecondsColumn.Utc(rows, time);
}
