using System.Text;

namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// One picture, drawn from immutable data as SVG text. The same data and size give the same bytes. Charts can be drawn any number of times.
/// </summary>
public abstract class Chart
{
    private protected Chart(string title, string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(description);
        (Title, Description) = (title, description);
    }

    /// <summary>What the chart shows, in a few words; the page prints it above the figure.</summary>
    public string Title { get; }

    /// <summary>What a reader who cannot see the chart should know; becomes the SVG's description.</summary>
    public string Description { get; }

    /// <summary>The chart as one SVG element that expects <see cref="ChartTheme.Css"/> in the page around it.</summary>
    /// <param name="size">The width to draw for.</param>
    /// <param name="ids">The ids of the document the chart goes into.</param>
    public string ToSvg(ChartSize size, IdSource ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Render(size, ids, style: "");
    }

    /// <summary>The chart as the content of an SVG file of its own, with its style inside.</summary>
    public string ToStandaloneSvg(ChartSize size = ChartSize.Wide) =>
        Render(size, new IdSource(), "<style>" + Markup.Escape(ChartTheme.Css) + "</style>");

    /// <summary>Draws below y = 0 over the width of the size; returns the height used.</summary>
    internal abstract double Draw(SvgCanvas canvas, ChartSize size);

    private string Render(ChartSize size, IdSource ids, string style)
    {
        var titleId = ids.Next();
        var descId = ids.Next();
        var canvas = new SvgCanvas(ids);
        var height = Draw(canvas, size);
        return new StringBuilder(canvas.Content.Length + 512)
            .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 ")
            .Append(NumberFormat.Coordinate(size.Width())).Append(' ').Append(NumberFormat.Coordinate(Math.Ceiling(height)))
            .Append("\" aria-labelledby=\"").Append(titleId).Append(' ').Append(descId).Append("\"><title id=\"").Append(titleId).Append("\">")
            .Append(Markup.Escape(Title)).Append("</title><desc id=\"").Append(descId).Append("\">").Append(Markup.Escape(Description))
            .Append("</desc>").Append(style).Append(canvas.Content).Append("</svg>").ToString();
    }
}
