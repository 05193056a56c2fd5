using System.Text.Json;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>The times of Open-Meteo: local texts, or seconds since 1970.</summary>
/// <param name="json">The file.</param>
/// <param name="times">The list of times.</param>
internal sealed class OpenMeteoTimes(JsonText json, JsonElement times)
{
    private const double MostS = 7e9;

    public List<(DateTimeOffset Utc, int Line)> Utc()
    {
        var offset = Offset();
        var list = new List<(DateTimeOffset, int)>();
        foreach (var time in times.EnumerateArray())
        {
            if (JsonText.Number(time) is { } seconds && seconds >= 0 && seconds <= MostS)
                list.Add((DateTimeOffset.UnixEpoch.AddSeconds(seconds), json.Line(time)));
            else if (TimeText.TryAt(JsonText.String(time), offset, out var utc))
                list.Add((utc, json.Line(time)));
            else
                throw json.Wrong(time, $"hourly.time[{list.Count}]", $"{TimeText.IsoAllowed}, or seconds since 1970");
        }

        return list;
    }

    private TimeSpan Offset()
    {
        if (JsonText.Find(json.Root, "utc_offset_seconds") is not { } stated)
            return TimeSpan.Zero;
        return JsonText.Number(stated) is { } seconds && Math.Abs(seconds) <= 14 * 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw json.Wrong(stated, "utc_offset_seconds", "a number of seconds in [-50400, 50400]");
    }
}
