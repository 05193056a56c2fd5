using System.Globalization;

namespace ControlPlane.Simulation.Signals.Files;

/// <summary>How often each value of a column comes, for example the number of denoising steps.</summary>
/// <param name="Name">What is counted: <c>steps</c>, <c>images</c>, <c>category</c>.</param>
/// <param name="Counts">Number of rows by value, most frequent first; a row without a value counts as <see cref="Missing"/>.</param>
public sealed record SignalTally(string Name, IReadOnlyList<KeyValuePair<string, int>> Counts)
{
    /// <summary>The value of rows that have none: missing is never zero.</summary>
    public const string Missing = "(missing)";

    /// <summary>Mean of the values that are numbers; NaN when none is.</summary>
    public double Mean
    {
        get
        {
            var numbers = Counts.Select(c => (Value: Number(c.Key), c.Value)).Where(c => double.IsFinite(c.Item1)).ToList();
            return numbers.Count == 0 ? double.NaN : numbers.Sum(n => n.Item1 * n.Item2) / numbers.Sum(n => (double)n.Item2);
        }
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
