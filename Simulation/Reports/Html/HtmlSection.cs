using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports.Html;

/// <summary>
/// The content of a section, in reading order. Every method adds one block and returns the section. Prose may mark `code` and **strong**;
/// all text is escaped.
/// </summary>
public sealed class HtmlSection
{
    private readonly List<Action<HtmlContext>> _blocks = [];

    internal HtmlSection(string heading) => Heading = heading;

    /// <summary>The heading of the section.</summary>
    public string Heading { get; }

    /// <summary>Adds a smaller heading.</summary>
    public HtmlSection Subheading(string text) => Add($"<h3>{Markup.Escape(text)}</h3>\n");

    /// <summary>Adds a paragraph.</summary>
    public HtmlSection Paragraph(string text) => Add($"<p>{InlineText.ToHtml(text)}</p>\n");

    /// <summary>Adds a bullet list.</summary>
    public HtmlSection Bullets(params IEnumerable<string> items) =>
        Add("<ul>" + string.Concat(items.Select(i => $"<li>{InlineText.ToHtml(i)}</li>")) + "</ul>\n");

    /// <summary>Adds a preformatted block: a command, a piece of a file.</summary>
    public HtmlSection Code(string text) => Add($"<pre><code>{Markup.Escape(text)}</code></pre>\n");

    /// <summary>Adds a numbered figure; the chart's title stands above it and the caption below.</summary>
    public HtmlSection Figure(Chart chart, string caption = "", FigureWidth width = FigureWidth.Full)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(caption);
        _blocks.Add(page => HtmlFigure.Write(page, chart, caption, width));
        return this;
    }

    /// <summary>Adds a numbered table.</summary>
    /// <exception cref="ArgumentException">A row has the wrong number of cells, or the CSV path is not relative.</exception>
    public HtmlSection Table(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Check();
        _blocks.Add(page => HtmlTable.Write(page, table));
        return this;
    }

    /// <summary>Adds a line of links to files beside the report.</summary>
    /// <exception cref="ArgumentException">A path is not relative.</exception>
    public HtmlSection Links(string lead, params IEnumerable<string> relativePaths) =>
        Add($"<p>{Markup.Escape(lead)} {string.Join(", ", relativePaths.Select(p => $"<a href=\"{RelativeLink.Check(p)}\">{Markup.Escape(p)}</a>"))}</p>\n");

    /// <summary>Adds a note beside the flow of the text.</summary>
    public HtmlSection Note(NoteKind kind, string title, string text)
    {
        var css = kind switch { NoteKind.Good => "good", NoteKind.Warning => "warn", _ => "info" };
        return Add($"<aside class=\"note {css}\"><p><strong>{Markup.Escape(title)}</strong> {InlineText.ToHtml(text)}</p></aside>\n");
    }

    /// <summary>Adds content that is folded away until the reader opens it.</summary>
    public HtmlSection Details(string summary, Action<HtmlSection> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var inner = new HtmlSection(summary);
        fill(inner);
        _blocks.Add(page =>
        {
            page.Html.Append("<details><summary>").Append(Markup.Escape(summary)).Append("</summary><div class=\"flow\">\n");
            inner.Write(page);
            page.Html.Append("</div></details>\n");
        });
        return this;
    }

    internal void Write(HtmlContext page)
    {
        foreach (var block in _blocks) block(page);
    }

    private HtmlSection Add(string html)
    {
        _blocks.Add(page => page.Html.Append(html));
        return this;
    }
}
