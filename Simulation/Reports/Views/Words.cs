using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Views;

/// <summary>Figures and names as sentences have them.</summary>
internal static class Words
{
    /// <summary>a; a and b; a, b and c.</summary>
    public static string List(params IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + " and " + all[^1];
    }

    /// <summary>The names of policies, set apart from prose; the first few where there are many.</summary>
    public static string Names(IReadOnlyList<PolicyView> policies, int most = 12) =>
        policies.Count <= most ? List(policies.Select(Name)) : List([.. policies.Take(most - 1).Select(Name), $"{policies.Count - most + 1} more"]);

    public static string Name(PolicyView policy) => "`" + policy.Label + "`";

    /// <summary>A mean, with its interval where there is one.</summary>
    public static string Value(Estimate estimate, int decimals) =>
        estimate.HalfWidth > 0 ? NumberFormat.PlusMinus(estimate.Mean, estimate.HalfWidth) : NumberFormat.Fixed(estimate.Mean, decimals);

    /// <summary>A mean of a metric with its interval and unit.</summary>
    public static string Value(PolicyView policy, Metric metric) =>
        Value(policy.Of(metric), metric.Decimals) + (metric.Unit.Length == 0 ? "" : NumberFormat.UnitSpace + metric.Unit);

    /// <summary>A count with its noun, in letters up to twelve; the plural adds an s unless one is given.</summary>
    public static string Count(int count, string noun, string plural = "") =>
        InLetters(count) + NumberFormat.UnitSpace + (count == 1 ? noun : plural.Length > 0 ? plural : noun + "s");

    /// <summary>A count of policies.</summary>
    public static string PolicyCount(int count) => Count(count, "policy", "policies");

    /// <summary>A whole number, in letters from one to twelve.</summary>
    public static string InLetters(int count) => count is >= 1 and <= 12
        ? ((string[])["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])[count - 1]
        : NumberFormat.Count(count);

    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
