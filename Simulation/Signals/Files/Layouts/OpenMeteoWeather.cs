using System.Text.Json;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Hourly weather of Open-Meteo.</summary>
internal sealed class OpenMeteoWeather() : JsonLayout(
    "open-meteo",
    "Open-Meteo weather (hourly)",
    """{"utc_offset_seconds":0,"hourly_units":{…},"hourly":{"time":["2023-01-01T00:00"],"temperature_2m":[…],"relative_humidity_2m":[…],"cloudcover":[…],"windspeed_10m":[…],"shortwave_radiation":[…]}}""",
    "Times are local by utc_offset_seconds (0 where it is absent). Units are those of hourly_units; without them wind is in km/h and temperature in °C. Radiation is the mean of the hour that ends; the others are taken at the time.")
{
    private static readonly Signal[] Signals =
    [
        new(["temperature_2m"], "temperature", "°C", SampleKind.Instant, [FileUnit.Celsius, FileUnit.Fahrenheit]),
        new(["windspeed_100m", "wind_speed_100m", "windspeed_10m", "wind_speed_10m"], "wind", "km/h", SampleKind.Instant, [FileUnit.KmPerH, FileUnit.MPerS, FileUnit.Mph, FileUnit.Knots]),
        new(["shortwave_radiation"], "irradiance", "W/m²", SampleKind.SlotEnd, [FileUnit.WPerM2]),
    ];

    public override bool Fits(JsonElement root) => JsonText.Find(root, "hourly") is { } hourly && JsonText.Find(hourly, "time") is { ValueKind: JsonValueKind.Array };

    public override SignalFile Read(JsonText json, ReadContext context)
    {
        var hourly = JsonText.Find(json.Root, "hourly")!.Value;
        var times = new OpenMeteoTimes(json, JsonText.Find(hourly, "time")!.Value).Utc();
        var found = Signals.Select(s => (Signal: s, Name: Array.Find(s.Columns, c => JsonText.Find(hourly, c) is not null))).Where(s => s.Name is not null).ToList();
        if (found.Count == 0)
            throw json.Wrong(hourly, "hourly", $"with one of {string.Join(", ", Signals.SelectMany(s => s.Columns))}");
        var zone = Place(json.Root);
        var series = found.ConvertAll(s => Track(json, context, s.Signal, s.Name!, times).Series(zone));
        return context.Result(zone, times.Count, series);
    }

    private static SampleTrack Track(JsonText json, ReadContext context, Signal signal, string column, List<(DateTimeOffset Utc, int Line)> times)
    {
        var values = JsonText.Find(JsonText.Find(json.Root, "hourly")!.Value, column)!.Value;
        if (values.ValueKind != JsonValueKind.Array || values.GetArrayLength() != times.Count)
            throw json.Wrong(values, $"hourly.{column}", $"a list of {times.Count} values, as long as hourly.time");
        var unit = Unit(json, signal, column);
        var track = new SampleTrack(context, signal.Name, unit, "hourly.time") { Kind = signal.Kind };
        var i = 0;
        foreach (var value in values.EnumerateArray())
        {
            track.Add(times[i].Utc, Value(json, value, $"hourly.{column}[{i}]", unit), times[i].Line);
            i++;
        }

        return track;
    }

    private static FileUnit Unit(JsonText json, Signal signal, string column)
    {
        var stated = JsonText.Find(json.Root, "hourly_units") is { } units ? JsonText.Find(units, column) : null;
        var text = stated is null ? signal.DefaultUnit : JsonText.String(stated) ?? "";
        return Array.Find(signal.Units, u => Same(u.Text, text))
            ?? throw json.Wrong(stated!.Value, $"hourly_units.{column}", $"one of {string.Join(", ", signal.Units.Select(u => u.Text))}");
    }

    private static bool Same(string unit, string text) => unit == text || unit == "mph" && text == "mp/h";

    private static string Place(JsonElement root) =>
        JsonText.Number(JsonText.Find(root, "latitude")) is { } latitude && JsonText.Number(JsonText.Find(root, "longitude")) is { } longitude ? $"{latitude},{longitude}" : "";

    private sealed record Signal(string[] Columns, string Name, string DefaultUnit, SampleKind Kind, FileUnit[] Units);
}
