using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>Tariffs, carbon, and what things are worth at the margin.</summary>
internal static class WorthSection
{
    public static void Tariffs(HtmlSection section, PlanView view)
    {
        section.Figure(view.EachSite("Tariff", new Axis("imported energy", "USD/MWh"), s => view.Instance.Sites[s].ImportUsdPerMwh), "", FigureWidth.Half);
        section.Figure(view.EachSite("Carbon of the grid", new Axis("carbon intensity", "t/MWh") { FromZero = true }, s => view.Instance.Sites[s].GridTPerMwh), "", FigureWidth.Half);
    }

    public static void Write(HtmlReport report, PlanView view)
    {
        var section = report.Section("Prices and carbon");
        Tariffs(section, view);
        if (view.Result.Prices is not { } prices)
        {
            section.Paragraph("What energy and GPUs are worth at the margin was not worked out.");
            return;
        }

        section.Paragraph(
            "**Worth** is by how much the benefit would rise with one more, the jobs, and when units run, being as they are. Energy is worth the tariff and its carbon where a site imports, what it would earn where it exports, and "
            + $"in between where a battery or sun carries the site. GPUs are worth something only while all are busy. A tonne of the carbon budget is worth **{NumberFormat.Fixed(prices.CarbonUsdPerT, 2)} USD** besides its price of "
            + $"{NumberFormat.Fixed(view.Instance.Carbon.UsdPerT, 2)} USD.");
        section.Figure(view.EachSite("Worth of energy", new Axis("a MWh more", "USD"), s => prices.EnergyUsdPerMwh[s]), "", FigureWidth.Half);
        section.Figure(view.EachSite("Worth of a GPU", new Axis("a GPU-hour more", "USD") { FromZero = true }, s => prices.GpuUsdPerH[s]), "", FigureWidth.Half);
    }
}
