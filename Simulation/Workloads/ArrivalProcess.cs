using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Simulation.Workloads;

/// <summary>
/// A Poisson process, homogeneous or with a sinusoidal rate λ(t) = λ (1 + a sin(2π (t - φ)/T)), drawn by thinning (Lewis and Shedler, 1979).
/// </summary>
/// <param name="RatePerS">Mean rate λ, jobs per second, &gt; 0.</param>
/// <param name="Amplitude">Relative amplitude a, 0..1; 0 = homogeneous.</param>
/// <param name="PeriodS">Period T, seconds, &gt; 0.</param>
/// <param name="PhaseS">Phase φ, seconds: the rate rises through its mean at this time.</param>
public sealed record ArrivalProcess(double RatePerS, double Amplitude = 0, double PeriodS = 86_400, double PhaseS = 0)
{
    /// <summary>Mean rate over a stretch of time, jobs per second.</summary>
    /// <param name="fromS">Its beginning, s.</param>
    /// <param name="toS">Its end, s, after the beginning.</param>
    public double MeanRatePerS(double fromS, double toS)
    {
        var radiansPerS = 2 * Math.PI / PeriodS;
        var swing = Math.Cos(radiansPerS * (fromS - PhaseS)) - Math.Cos(radiansPerS * (toS - PhaseS));
        return RatePerS * (1 + Amplitude * swing / (radiansPerS * (toS - fromS)));
    }

    /// <summary>Time of the next arrival.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="load">Factor on the rate, &gt; 0.</param>
    /// <param name="random">Where the draws come from: one exponential, and for a sinusoid one more uniform, a try.</param>
    public double Next(double nowS, double load, IRandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (Amplitude == 0)
            return nowS + random.NextExponential(RatePerS * load);
        var peak = 1 + Amplitude;
        var timeS = nowS;
        do
        {
            timeS += random.NextExponential(RatePerS * load * peak);
        }
        while (random.NextUniform() * peak >= 1 + Amplitude * Math.Sin(2 * Math.PI * (timeS - PhaseS) / PeriodS));
        return timeS;
    }
}
