namespace ControlPlane.Simulation.Calibration;

/// <summary>The least and the greatest of some values.</summary>
internal sealed class MeasureRange
{
    private readonly double _most;

    public MeasureRange(IEnumerable<double> values)
    {
        var all = values.ToList();
        (Least, _most) = (all.Min(), all.Max());
    }

    public double Least { get; }

    public bool IsPoint => _most <= Least;

    /// <summary>Where a value lies: 0 at the least, 1 at the greatest.</summary>
    public double Share(double value) => IsPoint ? 0 : Math.Clamp((value - Least) / (_most - Least), 0, 1);
}
