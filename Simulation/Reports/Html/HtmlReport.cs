using System.Text;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports.Html;

/// <summary>
/// Builds one self-contained HTML file: no script library, no font, no network (its content security policy forbids them). The same calls
/// give the same bytes. Reads well in light and dark, on a phone, on paper and without scripts.
/// </summary>
public sealed class HtmlReport
{
    private readonly string _title;
    private readonly string _subtitle;
    private readonly List<KeyFigure> _keyFigures = [];
    private readonly List<HtmlSection> _sections = [];
    private readonly HtmlSection _banner = new("");
    private Provenance? _provenance;

    /// <summary>An empty report.</summary>
    public HtmlReport(string title, string subtitle = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(subtitle);
        (_title, _subtitle) = (title, subtitle);
    }

    /// <summary>Adds cards to the strip of key figures.</summary>
    public HtmlReport KeyFigures(params IEnumerable<KeyFigure> figures)
    {
        _keyFigures.AddRange(figures);
        return this;
    }

    /// <summary>Adds a note at the very top, above the key figures.</summary>
    public HtmlReport Banner(NoteKind kind, string title, string text)
    {
        _banner.Note(kind, title, text);
        return this;
    }

    /// <summary>Adds a section and returns it for its content.</summary>
    public HtmlSection Section(string heading)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(heading);
        var section = new HtmlSection(heading);
        _sections.Add(section);
        return section;
    }

    /// <summary>Sets what the footer says about how to repeat the run.</summary>
    public HtmlReport ProducedBy(Provenance provenance)
    {
        _provenance = provenance;
        return this;
    }

    /// <summary>The whole page as text, to be written as UTF-8.</summary>
    public string ToHtml()
    {
        var page = new HtmlContext();
        WriteHead(page.Html);
        page.Html.Append("<div class=\"flow top\">\n");
        _banner.Write(page);
        page.Html.Append("</div>\n");
        WriteKeyFigures(page.Html);
        WriteContents(page.Html);
        for (var i = 0; i < _sections.Count; i++)
        {
            page.Html.Append("<section id=\"sec").Append(i + 1).Append("\"><h2>").Append(Markup.Escape(_sections[i].Heading)).Append("</h2><div class=\"flow\">\n");
            _sections[i].Write(page);
            page.Html.Append("</div></section>\n");
        }
        page.Html.Append("</main>\n");
        if (_provenance is not null) WriteFooter(page.Html, _provenance);
        return page.Html.Append("<script>").Append(HtmlScript.Text).Append("</script></body></html>\n").ToString();
    }

    private void WriteHead(StringBuilder html)
    {
        html.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>")
            .Append(Markup.Escape(_title)).Append("</title>\n<style>\n").Append(ChartTheme.Css).Append(HtmlStyle.Text).Append("</style></head><body>\n<header><h1>")
            .Append(Markup.Escape(_title)).Append("</h1>");
        if (_subtitle.Length > 0) html.Append("<p class=\"sub\">").Append(InlineText.ToHtml(_subtitle)).Append("</p>");
        html.Append("</header>\n<main>\n");
    }

    private void WriteKeyFigures(StringBuilder html)
    {
        if (_keyFigures.Count == 0) return;
        html.Append("<dl class=\"cards\">\n");
        foreach (var card in _keyFigures)
        {
            html.Append("<div class=\"card\"><dt>").Append(Markup.Escape(card.Label)).Append("</dt><dd><span class=\"").Append(card.Value.Length > 8 ? "v long" : "v").Append("\">").Append(Markup.Escape(card.Value)).Append("</span>");
            if (card.Unit.Length > 0) html.Append(" <span class=\"unit\">").Append(Markup.Escape(card.Unit)).Append("</span>");
            if (card.Note.Length > 0) html.Append("<span class=\"cn\">").Append(Markup.Escape(card.Note)).Append("</span>");
            html.Append("</dd></div>\n");
        }
        html.Append("</dl>\n");
    }

    private void WriteContents(StringBuilder html)
    {
        if (_sections.Count < 3) return;
        html.Append("<nav aria-label=\"Contents\"><ol>");
        for (var i = 0; i < _sections.Count; i++)
            html.Append("<li><a href=\"#sec").Append(i + 1).Append("\">").Append(Markup.Escape(_sections[i].Heading)).Append("</a></li>");
        html.Append("</ol></nav>\n");
    }

    private static void WriteFooter(StringBuilder html, Provenance provenance)
    {
        (string Label, string Value)[] lines =
        [
            ("Product", "ControlPlane " + provenance.ProductVersion), ("Scenario", provenance.Scenario), ("Seeds", provenance.Seeds),
            ("Command", provenance.CommandLine), ("Event log", provenance.EventLogHash), .. provenance.Extra,
        ];
        html.Append("<footer><h2>Provenance</h2><dl>");
        foreach (var (label, value) in lines) html.Append("<dt>").Append(Markup.Escape(label)).Append("</dt><dd>").Append(Markup.Escape(value)).Append("</dd>");
        html.Append("</dl></footer>\n");
    }
}
