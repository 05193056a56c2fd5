using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports.Html;

/// <summary>Writes a chart as a numbered figure, drawn twice: for the width it has on a desktop page and for a phone.</summary>
internal static class HtmlFigure
{
    public static void Write(HtmlContext page, Chart chart, string caption, FigureWidth width)
    {
        var number = ++page.Figures;
        var full = width == FigureWidth.Full;
        page.Html.Append("<figure class=\"").Append(full ? "full" : "half").Append("\" id=\"fig").Append(number)
            .Append("\"><div class=\"fig\"><p class=\"ft\"><span class=\"fn\">Figure ").Append(number).Append("</span> ").Append(Markup.Escape(chart.Title))
            .Append("</p><div class=\"large\">").Append(chart.ToSvg(full ? ChartSize.Wide : ChartSize.Medium, page.Ids))
            .Append("</div><div class=\"small\">").Append(chart.ToSvg(ChartSize.Compact, page.Ids)).Append("</div>");
        if (caption.Length > 0) page.Html.Append("<figcaption>").Append(InlineText.ToHtml(caption)).Append("</figcaption>");
        page.Html.Append("</div></figure>\n");
    }
}
