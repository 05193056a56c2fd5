using System.Text.Json;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Marginal emissions by WattTime, version 3 of its interface.</summary>
internal sealed class WattTimeCarbon() : JsonLayout(
    "watttime",
    "WattTime v3 marginal emissions (5 minutes)",
    """{"data":[{"point_time":"2023-01-01T00:00:00+00:00","value":900.0}],"meta":{"region":"CAISO_NORTH","signal_type":"co2_moer","units":"lbs_co2_per_mwh"}}""",
    "UTC, slots begin at point_time. Only lbs_co2_per_mwh is read: 1 lb is 0.45359237 kg. Marginal emissions are not the mean ones of the other layouts.")
{
    public override bool Fits(JsonElement root) => JsonText.Find(root, "data") is { ValueKind: JsonValueKind.Array } && JsonText.Find(root, "meta") is { ValueKind: JsonValueKind.Object };

    public override SignalFile Read(JsonText json, ReadContext context)
    {
        var meta = JsonText.Find(json.Root, "meta")!.Value;
        if (JsonText.String(JsonText.Find(meta, "units")) != "lbs_co2_per_mwh")
            throw json.Wrong(JsonText.Find(meta, "units") ?? meta, "meta.units", "'lbs_co2_per_mwh'");
        var zone = JsonText.String(JsonText.Find(meta, "region")) ?? "";
        var track = new SampleTrack(context, "carbon marginal", FileUnit.LbsPerMwh, "data[].point_time");
        var number = 0;
        foreach (var point in JsonText.Find(json.Root, "data")!.Value.EnumerateArray())
        {
            var field = $"data[{number++}]";
            if (!TimeText.TryUtc(JsonText.String(JsonText.Find(point, "point_time")), out var utc))
                throw json.Wrong(JsonText.Find(point, "point_time") ?? point, $"{field}.point_time", TimeText.IsoAllowed);
            if (JsonText.Find(point, "value") is not { } value)
                throw json.Wrong(point, $"{field}.value", "there");
            track.Add(utc, Value(json, value, $"{field}.value", FileUnit.LbsPerMwh), json.Line(point));
        }

        return context.Result(zone, track.Rows, [track.Series(zone)]);
    }
}
