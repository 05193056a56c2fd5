using System.Text.Json;
using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Problems;

namespace ControlPlane.Silo.Http.Reading;

/// <summary>Reads what agents send.</summary>
internal static class AgentBodies
{
    private const int MostGpus = 10_000_000;
    private const int MostReports = 10_000;
    private const double LongestWaitS = 30;

    // Sums of many reports stay finite, and exact to a joule.
    private static readonly NumberRange Amount = new(0, 1e15);

    /// <summary>Reads a hello.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static HelloBody ReadHello(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var hello = new HelloBody(fields.Text("agent", TextRule.Label, isNeeded: true) ?? "", (int)(fields.Whole("gpus", 0, MostGpus, isNeeded: true) ?? 0));
        fields.Finish();
        return hello;
    }

    /// <summary>Reads a beat.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static BeatBody ReadBeat(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var beat = new BeatBody(
            fields.Whole("epoch", 0, long.MaxValue, isNeeded: true) ?? 0,
            (int?)fields.Whole("gpus", 0, MostGpus),
            fields.Whole("knownVersion", 0, long.MaxValue) ?? 0,
            fields.List("reports", MostReports, (report, path) => ReadReport(report, path, findings)) ?? [],
            fields.Number("waitS", new NumberRange(0, LongestWaitS)) ?? 0);
        fields.Finish();
        return beat;
    }

    private static AgentReport ReadReport(JsonElement element, string path, Findings findings)
    {
        var fields = new FieldReader(element, path, findings);
        var report = new AgentReport(
            fields.Whole("number", 1, long.MaxValue, isNeeded: true) ?? 0,
            fields.Text("job", TextRule.Name, isNeeded: true) ?? "",
            fields.Whole("token", 1, long.MaxValue, isNeeded: true) ?? 0,
            fields.Word<AgentReportKind>("kind") ?? default,
            fields.Number("doneUnits", Amount, isNeeded: true) ?? 0,
            fields.Number("energyJ", Amount),
            fields.Text("detail", TextRule.Remark) ?? "");
        fields.Finish();
        return report;
    }
}
