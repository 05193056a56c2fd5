namespace ControlPlane.Planning.MixedInteger;

/// <summary>What a column's rounding down or up has cost per unit so far, and which column to branch on by it.</summary>
internal sealed class PseudoCosts(int columns)
{
    private const double Least = 1e-6;

    private readonly double[] _sum = new double[2 * columns];
    private readonly int[] _count = new int[2 * columns];
    private double _total;
    private int _samples;

    /// <summary>Tells what a branch has cost.</summary>
    public void Add(int column, bool isUp, double distance, double rise)
    {
        if (distance < Least || !double.IsFinite(rise)) return;
        var perUnit = Math.Max(0, rise) / distance;
        _sum[Index(column, isUp)] += perUnit;
        _count[Index(column, isUp)]++;
        _total += perUnit;
        _samples++;
    }

    /// <summary>How much branching on a column is expected to raise both children's bounds.</summary>
    /// <param name="column">The column.</param>
    /// <param name="fraction">How far its value is above the next whole number below.</param>
    public double Score(int column, double fraction) =>
        Math.Max(PerUnit(column, isUp: false) * fraction, Least) * Math.Max(PerUnit(column, isUp: true) * (1 - fraction), Least);

    /// <summary>Whether rounding up is expected to cost less than rounding down.</summary>
    public bool PrefersUp(int column, double fraction) => PerUnit(column, isUp: true) * (1 - fraction) < PerUnit(column, isUp: false) * fraction;

    // A column never branched on is taken for an average one.
    private double PerUnit(int column, bool isUp)
    {
        var index = Index(column, isUp);
        if (_count[index] > 0) return _sum[index] / _count[index];
        return _samples > 0 ? Math.Max(_total / _samples, Least) : 1;
    }

    private static int Index(int column, bool isUp) => 2 * column + (isUp ? 1 : 0);
}
