using System.Text;

namespace ControlPlane.Core.Tests.Signals;

/// <summary>Writes a typical year in UTC-8, eight lines of header and 8760 hours.</summary>
internal static class EpwText
{
    /// <summary>The text.</summary>
    /// <param name="hour">Temperature, irradiance and wind of an hour from 0.</param>
    /// <param name="scale">What becomes of a temperature that is not missing.</param>
    public static string Make(Func<int, (double TemperatureC, double IrradianceWPerM2, double WindMPerS)> hour, Func<double, double>? scale = null)
    {
        var text = new StringBuilder("LOCATION,Test Town,CA,USA,made,0,37.4,-121.9,-8.0,10\n");
        for (var line = 0; line < 7; line++)
            text.Append("COMMENTS ").Append(line).Append(",a \"quoted remark\n");
        var start = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < 8760; i++)
        {
            var at = start.AddHours(i);
            var (temperature, sun, wind) = hour(i);
            if (scale is not null && temperature != 99.9)
                temperature = scale(temperature);
            text.Append($"{1990 + at.Month},{at.Month},{at.Day},{at.Hour + 1},0,x,{temperature},0,50,101300,0,0,0,{sun},0,0,0,0,0,0,180,{wind},0,0\n");
        }

        return text.ToString();
    }
}
