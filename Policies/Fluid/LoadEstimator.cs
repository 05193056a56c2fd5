namespace ControlPlane.Policies.Fluid;

/// <summary>
/// Estimates the offered load and the mean job size from what arrives: exponentially weighted sums over a window, which begin with what is
/// known beforehand and forget it as fast as everything else.
/// </summary>
/// <param name="windowS">Time constant of forgetting, seconds, &gt; 0.</param>
/// <param name="loadUnitsPerS">Load known beforehand, units/s.</param>
/// <param name="meanSizeUnits">Mean job size known beforehand, units.</param>
public sealed class LoadEstimator(double windowS, double loadUnitsPerS, double meanSizeUnits)
{
    private double _work = loadUnitsPerS * windowS;
    private double _jobs = loadUnitsPerS * windowS / meanSizeUnits;
    private double _lastS;

    /// <summary>Mean job size, units.</summary>
    public double MeanSizeUnits => _work / _jobs;

    /// <summary>Counts a job.</summary>
    /// <param name="sizeUnits">Its size, units.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public void Arrived(double sizeUnits, double nowS)
    {
        var kept = Math.Exp((_lastS - nowS) / windowS);
        _work = _work * kept + sizeUnits;
        _jobs = _jobs * kept + 1;
        _lastS = nowS;
    }

    /// <summary>Offered load, units/s.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public double LoadUnitsPerS(double nowS) => _work * Math.Exp((_lastS - nowS) / windowS) / windowS;
}
