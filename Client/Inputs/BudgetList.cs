using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads and proposes budgets of mean service time.</summary>
internal static class BudgetList
{
    private const double Most = 1e9;
    private static readonly double[] Steps = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

    /// <summary>Reads a list such as <c>none,4000,1250,600</c>.</summary>
    /// <param name="text">As written.</param>
    /// <returns>Seconds; null = no limit.</returns>
    /// <exception cref="InputException">One is not a positive number.</exception>
    public static IReadOnlyList<double?> Read(string text) => [.. text.Split(',').Select(item => ReadOne(item.Trim()))];

    /// <summary>Round budgets between the fastest and the most frugal service, falling, after 'no limit'.</summary>
    /// <param name="leastS">Least mean service time, s.</param>
    /// <param name="optimalS">Mean service time of the least energy, s.</param>
    public static IReadOnlyList<double?> Propose(double leastS, double optimalS)
    {
        var budgets = new List<double?> { null };
        for (var decade = Math.Pow(10, Math.Floor(Math.Log10(optimalS))); decade * 10 > leastS; decade /= 10)
            budgets.AddRange(Steps.Reverse().Select(s => s * decade).Where(b => b > leastS && b < optimalS).Select(b => (double?)b));
        budgets.Add(leastS * (1 + 1e-6));
        return budgets;
    }

    private static double? ReadOne(string text)
    {
        if (text == "none")
            return null;
        return Quantity.TryNumber(text, out var seconds) && seconds > 0 && seconds <= Most
            ? seconds
            : throw new InputException($"--budgets: each must be 'none' or seconds in (0, {Most:0}], not '{text}'");
    }
}
