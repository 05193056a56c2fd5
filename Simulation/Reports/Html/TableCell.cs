using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports.Html;

/// <summary>One cell of a <see cref="ReportTable"/>: what is printed, and the number it sorts by.</summary>
public sealed class TableCell
{
    private TableCell(string html, double sortValue, bool isRanked = true) => (Html, SortValue, IsRanked) = (html, sortValue, isRanked);

    /// <summary>The escaped content.</summary>
    internal string Html { get; }

    /// <summary>The number to sort by and to find the best with; NaN when the cell is not a number or is missing.</summary>
    internal double SortValue { get; }

    /// <summary>Whether the cell takes part in the search for the best of its column.</summary>
    internal bool IsRanked { get; }

    /// <summary>The same cell, sorted with the others but never marked as the best: its value does not compare.</summary>
    public TableCell Unranked() => new(Html, SortValue, isRanked: false);

    /// <summary>Plain text.</summary>
    public static TableCell Text(string text) => new(Markup.Escape(text), double.NaN);

    /// <summary>A number with the given significant digits; NaN prints as missing.</summary>
    public static TableCell Number(double value, int digits = 4) => new(NumberFormat.Significant(value, digits), value);

    /// <summary>A number with a fixed count of decimals, so that a column aligns.</summary>
    public static TableCell Fixed(double value, int decimals) => new(NumberFormat.Fixed(value, decimals), value);

    /// <summary>A whole number.</summary>
    public static TableCell Count(double value) => new(NumberFormat.Count(value), value);

    /// <summary>A share as a percentage.</summary>
    public static TableCell Percent(double share, int decimals = 1) => new(NumberFormat.Percent(share, decimals), share);

    /// <summary>A number printed as the given text, such as a duration or a value with its confidence interval.</summary>
    public static TableCell Formatted(double value, string text) => new(Markup.Escape(text), value);

    /// <summary>A value with the half-width of its confidence interval, which is printed smaller.</summary>
    public static TableCell PlusMinus(double value, double halfWidth)
    {
        var parts = NumberFormat.PlusMinus(value, halfWidth).Split(NumberFormat.UnitSpace + "±", 2);
        return new(parts[0] + (parts.Length > 1 ? $"<span class=\"pm\">{NumberFormat.UnitSpace}±{parts[1]}</span>" : ""), value);
    }

    /// <summary>The name of a policy behind its colour and marker.</summary>
    public static TableCell Policy(string name, int slot) => new(PolicyKey.Svg(slot) + Markup.Escape(name), double.NaN);

    /// <summary>A sparkline; the column sorts by its last value.</summary>
    public static TableCell Spark(IReadOnlyList<double> values, int slot, string label, double low = double.NaN, double high = double.NaN)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(Sparkline.ToSvg(values, slot, label, low, high), values.Count == 0 ? double.NaN : values[^1]);
    }

    /// <summary>A link to a file beside the report.</summary>
    /// <exception cref="ArgumentException">The address is not a relative path.</exception>
    public static TableCell Link(string text, string relativePath) =>
        new($"<a href=\"{RelativeLink.Check(relativePath)}\">{Markup.Escape(text)}</a>", double.NaN);
}
