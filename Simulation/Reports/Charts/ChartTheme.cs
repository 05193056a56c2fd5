using System.Text;

namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// The design tokens (CSS custom properties, light and dark) and the style rules of all charts. A page includes <see cref="Css"/> once;
/// a chart that stands alone carries it inside itself.
/// </summary>
public static class ChartTheme
{
    /// <summary>Page background in light mode, as #rrggbb.</summary>
    public const string LightPaper = "#ffffff";

    /// <summary>Page background in dark mode, as #rrggbb.</summary>
    public const string DarkPaper = "#12171e";

    /// <summary>Tokens and rules, light by default and dark by the reader's preference; print is always light.</summary>
    public static string Css { get; } =
        ":root{" + Light + Colors(SeriesStyle.LightColors) + "}\n"
        + "@media screen and (prefers-color-scheme:dark){:root{" + Dark + Colors(SeriesStyle.DarkColors) + "}}\n" + Rules + SlotRules();

    private const string Light =
        "--paper:" + LightPaper + ";--ink:#1a222d;--ink2:#576170;--rule:#aeb7c2;--grid:#e6eaef;--heat:#0a4aa3;--on-heat:#fff;--accent:#2456b8;";

    private const string Dark =
        "--paper:" + DarkPaper + ";--ink:#e7ebf0;--ink2:#a2adba;--rule:#566270;--grid:#27303a;--heat:#7fb6ff;--on-heat:#0b1017;--accent:#8db7ff;";

    private const string Rules =
        """
        .chart{display:block;width:100%;height:auto;overflow:visible}
        .chart text{font:12px/1 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;fill:var(--ink);font-variant-numeric:tabular-nums}
        .chart .t2{fill:var(--ink2)}
        .chart .ti{font-weight:600}
        .chart .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3.5px;stroke-linejoin:round}
        .chart .grid{stroke:var(--grid);stroke-width:1;fill:none}
        .chart .minor{stroke:var(--grid);stroke-width:.5;fill:none}
        .chart .axis{stroke:var(--rule);stroke-width:1;fill:none}
        .chart .lead{stroke:var(--ink2);stroke-width:.7;fill:none}
        .chart .ln{stroke:var(--c);stroke-width:1.7;fill:none;stroke-linejoin:round;stroke-linecap:round}
        .chart .thin{stroke-width:1.1}
        .chart .back{stroke-opacity:.55}
        .chart .area{fill:var(--c);fill-opacity:.16;stroke:none}
        .chart .faint{fill-opacity:.09}
        .chart .bar{fill:var(--c)}
        .chart .box{fill:var(--c);fill-opacity:.28;stroke:var(--c);stroke-width:1.2}
        .chart .halobox{fill:var(--paper)}
        .chart .cell{fill:var(--paper);stroke:var(--grid);stroke-width:.5}
        .chart .med{stroke:var(--c);stroke-width:2.6;fill:none}
        .chart .err{stroke:var(--ink);stroke-width:1.1;fill:none}
        .chart .mk{fill:var(--c);stroke:var(--paper);stroke-width:1}
        .chart .mk-o{fill:var(--paper);stroke:var(--c);stroke-width:1.6}
        .chart .mk-x{fill:none;stroke:var(--c);stroke-width:2.1}
        .chart .ev{stroke:var(--ink);stroke-width:1;stroke-dasharray:3 2;fill:none}
        .chart .evband{fill:var(--ink);fill-opacity:.07}
        .chart .ref{stroke:var(--ink2);stroke-width:1;stroke-dasharray:5 3;fill:none}
        .chart .heat{fill:var(--heat)}
        .chart .h0{stop-color:var(--heat);stop-opacity:0}
        .chart .h1{stop-color:var(--heat)}
        .chart .on{fill:var(--on-heat)}
        .chart .hatch{stroke:var(--ink2);stroke-opacity:.38;stroke-width:1.2}
        .chart .sep{stroke:var(--paper);stroke-width:1}
        .chart.spark{display:inline-block;width:110px;height:22px;vertical-align:middle}
        .chart .cv{stroke:var(--ink);stroke-width:1.8;fill:none;stroke-linejoin:round}

        """;

    private static string Colors(IReadOnlyList<string> colors)
    {
        var css = new StringBuilder();
        for (var i = 0; i < colors.Count; i++) css.Append("--s").Append(i).Append(':').Append(colors[i]).Append(';');
        return css.ToString();
    }

    private static string SlotRules()
    {
        var css = new StringBuilder();
        for (var i = 0; i < SeriesStyle.Count; i++)
        {
            // Pointing at a name in a legend fades the other series.
            css.Append('.').Append(SeriesStyle.ColorClass(i)).Append("{--c:var(--s").Append(i).Append(")}\n.chart:has(.legend .").Append(SeriesStyle.ColorClass(i))
                .Append(":hover) .series:not(.").Append(SeriesStyle.ColorClass(i)).Append("){opacity:.15}\n");
        }
        return css.ToString();
    }
}
