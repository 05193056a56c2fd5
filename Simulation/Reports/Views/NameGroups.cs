namespace ControlPlane.Simulation.Reports.Views;

/// <summary>
/// Sites or ingresses as the rows or columns of a figure: all of them where there are few, otherwise the heaviest one by one and the rest together.
/// </summary>
internal sealed class NameGroups
{
    private readonly int[][] _members;

    /// <summary>Groups items.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="weights">What decides which ones stand alone.</param>
    /// <param name="most">Most groups, 2 or more.</param>
    public NameGroups(IReadOnlyList<string> names, IReadOnlyList<double> weights, int most)
    {
        if (names.Count <= most)
        {
            _members = [.. Enumerable.Range(0, names.Count).Select(i => new[] { i })];
            Names = names;
            return;
        }
        var alone = Enumerable.Range(0, names.Count).OrderByDescending(i => weights[i]).Take(most - 1).Order().ToArray();
        var rest = Enumerable.Range(0, names.Count).Except(alone).ToArray();
        _members = [.. alone.Select(i => new[] { i }), rest];
        Names = [.. alone.Select(i => names[i]), $"{rest.Length} others"];
        IsCut = true;
    }

    /// <summary>Names of the groups.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether the last group stands for several.</summary>
    public bool IsCut { get; }

    /// <summary>The greatest value of a row of the figure among the items that stand alone: "others" would outshine them.</summary>
    public double AloneMax(IReadOnlyList<double> row) => row.Take(IsCut ? row.Count - 1 : row.Count).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    /// <summary>The sum over the members of each group.</summary>
    public double[] Sums(Func<int, double> value) => Array.ConvertAll(_members, m => m.Sum(value));

    /// <summary>The sum of one over the sum of the other in each group; NaN where the latter is 0.</summary>
    public double[] Ratios(Func<int, double> value, Func<int, double> of) =>
        [.. Sums(value).Zip(Sums(of), (a, b) => b > 0 ? a / b : double.NaN)];
}
