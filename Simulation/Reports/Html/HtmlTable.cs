using System.Globalization;
using System.Text;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports.Html;

/// <summary>Writes a <see cref="ReportTable"/>.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlContext page, ReportTable table)
    {
        var html = page.Html;
        html.Append("<div class=\"tbl\"><p class=\"ft\"><span class=\"fn\">Table ").Append(++page.Tables).Append("</span> ").Append(Markup.Escape(table.Caption));
        if (table.CsvFile.Length > 0)
            html.Append(" <a class=\"csv\" href=\"").Append(RelativeLink.Check(table.CsvFile)).Append("\">").Append(Markup.Escape(table.CsvFile)).Append("</a>");
        html.Append("</p><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").Append(Markup.Escape(table.Caption))
            .Append("\"><table class=\"sortable\"><thead><tr>");
        foreach (var column in table.Columns) WriteHeader(html, column);
        html.Append("</tr></thead><tbody>\n");
        var best = table.Columns.Select((c, i) => BestText(table, c, i)).ToArray();
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++) WriteCell(html, table.Columns[i], row[i], i == 0, best[i]);
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table></div></div>\n");
    }

    private static void WriteHeader(StringBuilder html, TableColumn column)
    {
        html.Append(column.IsNumeric ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Append(Markup.Escape(column.Header));
        if (column.Unit.Length > 0) html.Append("<span class=\"u\">").Append(Markup.Escape(column.Unit)).Append("</span>");
        html.Append("</th>");
    }

    private static void WriteCell(StringBuilder html, TableColumn column, TableCell cell, bool isRowHeader, string best)
    {
        var tag = isRowHeader ? "th" : "td";
        html.Append('<').Append(tag);
        if (isRowHeader) html.Append(" scope=\"row\"");
        if (column.IsNumeric) html.Append(" class=\"n\"");
        if (double.IsFinite(cell.SortValue)) html.Append(" data-v=\"").Append(cell.SortValue.ToString("R", CultureInfo.InvariantCulture)).Append('"');
        html.Append('>');
        var isBest = best.Length > 0 && cell.IsRanked && cell.Html == best;
        html.Append(isBest ? "<strong class=\"best\">" : "").Append(cell.Html).Append(isBest ? "</strong>" : "").Append("</").Append(tag).Append('>');
    }

    /// <summary>The print of the best value of a column: all cells that print the same are equally good to the reader.</summary>
    private static string BestText(ReportTable table, TableColumn column, int index)
    {
        if (column.Best == BestValue.None) return "";
        var numbers = table.Rows.Select(r => r[index]).Where(c => c.IsRanked && double.IsFinite(c.SortValue)).ToArray();
        if (numbers.Length < 2) return "";
        var best = column.Best == BestValue.Lowest ? numbers.MinBy(c => c.SortValue) : numbers.MaxBy(c => c.SortValue);
        return numbers.All(c => c.Html == best!.Html) ? "" : best!.Html;
    }
}
