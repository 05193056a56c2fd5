namespace ControlPlane.Planning.Frontier;

/// <summary>
/// A fleet and the load it must carry: what the least energy per work unit depends on, apart from the service time allowed. Treated
/// as immutable, its lists included.
/// </summary>
/// <param name="Sites">The sites; a lost one may stay with 0 GPUs, it then draws no power.</param>
/// <param name="LoadUnitsPerS">Work offered, units/s, above 0.</param>
/// <param name="MeanSizeUnits">Mean size of a job, work units, above 0.</param>
/// <param name="Utilisation">Largest share of a site's GPUs that may be busy on average, above 0, at most 1.</param>
public sealed record FrontierProblem(
    IReadOnlyList<FrontierSite> Sites, double LoadUnitsPerS, double MeanSizeUnits, double Utilisation = 1.0)
{
    /// <summary>The most work the fleet can carry with every site at its least GPU time per unit, units/s.</summary>
    public double MaxLoadUnitsPerS
    {
        get
        {
            double sum = 0;
            foreach (FrontierSite site in Sites)
            {
                if (site.Points.Count > 0) sum += Utilisation * site.Gpus / site.Points.Min(point => point.GpuSecondsPerUnit);
            }

            return sum;
        }
    }

    /// <summary>Power of the whole fleet without work, W.</summary>
    public double SleepPowerW => Sites.Sum(site => site.SleepW * site.Gpus);

    /// <summary>Throws unless every number is in its range.</summary>
    internal void Check()
    {
        CheckPositive(LoadUnitsPerS, nameof(LoadUnitsPerS), double.MaxValue);
        CheckPositive(MeanSizeUnits, nameof(MeanSizeUnits), double.MaxValue);
        CheckPositive(Utilisation, nameof(Utilisation), 1.0);
        foreach (FrontierSite site in Sites) site.Check();
    }

    private static void CheckPositive(double value, string field, double most)
    {
        if (value > 0 && value <= most) return;
        string range = most == double.MaxValue ? "above 0 and finite" : $"above 0 and at most {most}";
        throw new ArgumentException($"{field}: {value} is not allowed, it must be {range}.");
    }
}
