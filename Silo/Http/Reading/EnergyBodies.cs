using System.Text.Json;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Problems;

namespace ControlPlane.Silo.Http.Reading;

/// <summary>Reads what operators say to batteries.</summary>
internal static class EnergyBodies
{
    private const double MostKw = 1e9;
    private static readonly TextRule Why = new(1, 200, IsName: false);

    /// <summary>Reads an override.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static OverrideBody ReadOverride(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var body = new OverrideBody(
            fields.Number("setPointKw", new NumberRange(-MostKw, MostKw), isNeeded: true) ?? 0,
            fields.Instant("until"),
            fields.Number("forS", new NumberRange(0, BatteryOrderRules.LongestS, IsOpen: true)),
            fields.Text("reason", Why, isNeeded: true) ?? "");
        fields.Finish();
        if (findings.IsEmpty && body.Until is null == body.ForS is null)
            findings.Add("body", "until", body.Until is null ? null : "until and forS", "a time to come, or forS in its place");
        return body;
    }
}
