using System.Text;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports.Html;

/// <summary>The page under construction: its text, and the counters of ids, figures and tables.</summary>
internal sealed class HtmlContext
{
    public StringBuilder Html { get; } = new();

    public IdSource Ids { get; } = new("c");

    public int Figures { get; set; }

    public int Tables { get; set; }
}
