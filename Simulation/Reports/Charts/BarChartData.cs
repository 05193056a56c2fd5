namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The content of a <see cref="BarChart"/>.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What it says, for readers who cannot see it.</param>
/// <param name="X">The axis of the values; linear, and always from zero.</param>
/// <param name="Categories">The rows, from top to bottom.</param>
/// <param name="Series">The series.</param>
public sealed record BarChartData(string Title, string Description, Axis X, IReadOnlyList<string> Categories, IReadOnlyList<BarSeries> Series)
{
    /// <summary>Side by side or end to end.</summary>
    public BarLayout Layout { get; init; }

    /// <summary>For one series: the style slot of each category (one policy a row), or null for the slot of the series.</summary>
    public IReadOnlyList<int>? CategorySlots { get; init; }

    /// <summary>True when the series are steps of an ordered quantity (clock levels, GPU counts): they take shades of one colour instead of slots.</summary>
    public bool OrderedSeries { get; init; }

    /// <exception cref="ArgumentException">Lengths differ, the axis is logarithmic, or a stacked value is negative; the message names the place.</exception>
    internal void Check()
    {
        if (X.IsLog) throw new ArgumentException($"Bar chart '{Title}': bars need a linear axis, because they start at zero.");
        if (CategorySlots is not null && CategorySlots.Count != Categories.Count)
            throw new ArgumentException($"Bar chart '{Title}': {Categories.Count} categories but {CategorySlots.Count} slots.");
        foreach (var series in Series)
        {
            foreach (var list in (IReadOnlyList<double>?[])[series.Values, series.Low, series.High])
            {
                if (list is not null && list.Count != Categories.Count)
                    throw new ArgumentException($"Bar chart '{Title}', series '{series.Name}': {Categories.Count} categories but {list.Count} values.");
            }
            var negative = Layout == BarLayout.Stacked && series.Values.Any(v => v < 0);
            if (negative) throw new ArgumentException($"Bar chart '{Title}', series '{series.Name}': stacked values must be 0 or more.");
        }
    }
}
