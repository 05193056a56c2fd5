using ControlPlane.Client.Node.Contexts;
using ControlPlane.Client.Output;
using ControlPlane.Client.Scenarios;

namespace ControlPlane.Client.Hosting;

/// <summary>What commands work with.</summary>
/// <param name="Terminal">Where they write.</param>
/// <param name="Scenarios">Where scenarios come from.</param>
/// <param name="Report">Composes the HTML report.</param>
/// <param name="Cancellation">Cancelled by Ctrl-C.</param>
internal sealed record CliServices(
    Terminal Terminal,
    IScenarioSource Scenarios,
    IReportWriter? Report = null,
    CancellationToken Cancellation = default)
{
    /// <summary>The command line as it was written, for the report.</summary>
    public string CommandText { get; init; } = "";

    /// <summary>The user's contexts.</summary>
    public ContextFile Contexts { get; init; } = new(ContextFile.UsualPath);

    /// <summary>The signals of this process; null where there are none.</summary>
    public Interrupts? Interrupts { get; init; }
}
