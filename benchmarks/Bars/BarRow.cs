namespace ControlPlane.Benchmarks.Bars;

/// <summary>One bar with what was measured.</summary>
/// <param name="Bar">What is measured.</param>
/// <param name="Limit">The bar.</param>
/// <param name="Measured">The figures in words.</param>
/// <param name="Met">Whether they keep within the bar.</param>
/// <param name="Figures">The figures for programs, by name with unit.</param>
internal sealed record BarRow(string Bar, string Limit, string Measured, bool Met, IReadOnlyDictionary<string, double> Figures)
{
    /// <summary>Where there is no bar and the figure only helps to understand others.</summary>
    public const string NoLimit = "-";
}
