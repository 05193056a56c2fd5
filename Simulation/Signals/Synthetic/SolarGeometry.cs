namespace ControlPlane.Simulation.Signals.Synthetic;

/// <summary>Where the sun stands, and what a clear sky gives.</summary>
/// <param name="latitudeDeg">Latitude, degrees north.</param>
/// <param name="longitudeDeg">Longitude, degrees east.</param>
internal sealed class SolarGeometry(double latitudeDeg, double longitudeDeg)
{
    private const double Degree = Math.PI / 180;
    private const double TiltDeg = 23.44;
    private const int Samples = 12;

    /// <summary>1 at the summer solstice of the north, −1 at the winter one.</summary>
    /// <param name="dayOfYear">Day from 1.</param>
    public static double Season(int dayOfYear) => Math.Cos(2 * Math.PI * (dayOfYear - 172) / 365.25);

    /// <summary>Mean irradiance of a clear sky over an hour, W/m²: Haurwitz, 1098·c·exp(−0.057/c) with c the cosine of the zenith angle.</summary>
    /// <param name="utc">Start of the hour.</param>
    public double ClearSkyMean(DateTime utc)
    {
        double sum = 0;
        for (var i = 0; i < Samples; i++)
        {
            var cosine = CosineOfZenith(utc.AddMinutes((i + 0.5) * 60 / Samples));
            sum += cosine > 0 ? 1098 * cosine * Math.Exp(-0.057 / cosine) : 0;
        }

        return sum / Samples;
    }

    // The equation of time, at most a quarter of an hour, is left out.
    private double CosineOfZenith(DateTime utc)
    {
        var declination = TiltDeg * Degree * Season(utc.DayOfYear);
        var hourAngle = (utc.TimeOfDay.TotalHours - 12) * 15 * Degree + longitudeDeg * Degree;
        return Math.Sin(latitudeDeg * Degree) * Math.Sin(declination) + Math.Cos(latitudeDeg * Degree) * Math.Cos(declination) * Math.Cos(hourAngle);
    }
}
