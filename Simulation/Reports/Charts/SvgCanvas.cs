using System.Text;

namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Collects SVG elements as text. Class names refer to <see cref="ChartTheme"/>; all text is escaped here.</summary>
internal sealed class SvgCanvas(IdSource ids)
{
    private readonly StringBuilder _body = new();

    public string Content => _body.ToString();

    public string NextId() => ids.Next();

    /// <summary>Opens a group; a title becomes its tooltip and its name for screen readers.</summary>
    public SvgCanvas Open(string cssClass, string title = "")
    {
        _body.Append("<g class=\"").Append(cssClass).Append("\">");
        if (title.Length > 0) _body.Append("<title>").Append(Markup.Escape(title)).Append("</title>");
        return this;
    }

    public SvgCanvas OpenClipped(string clipId)
    {
        _body.Append("<g clip-path=\"url(#").Append(clipId).Append(")\">");
        return this;
    }

    public SvgCanvas Close()
    {
        _body.Append("</g>");
        return this;
    }

    /// <summary>Defines a rectangular clip path and returns its id.</summary>
    public string Clip(Box box)
    {
        var id = NextId();
        _body.Append("<clipPath id=\"").Append(id).Append("\"><rect").Append(Frame(box)).Append("/></clipPath>");
        return id;
    }

    /// <summary>Defines a diagonal hatch and returns its id.</summary>
    public string Hatch()
    {
        var id = NextId();
        _body.Append("<pattern id=\"").Append(id).Append("\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
            .Append("<path d=\"M0 0v7\" class=\"hatch\"/></pattern>");
        return id;
    }

    /// <summary>Defines the gradient of the sequential colour, from nothing to full, and returns its id.</summary>
    public string HeatGradient()
    {
        var id = NextId();
        _body.Append("<linearGradient id=\"").Append(id).Append("\"><stop offset=\"0\" class=\"h0\"/><stop offset=\"1\" class=\"h1\"/></linearGradient>");
        return id;
    }

    public void Line(double x1, double y1, double x2, double y2, string cssClass) =>
        Path(new PathBuilder().MoveTo(x1, y1).LineTo(x2, y2), cssClass);

    public void Path(PathBuilder path, string cssClass, string dash = "", string fillId = "")
    {
        if (path.IsEmpty) return;
        _body.Append("<path class=\"").Append(cssClass).Append("\" d=\"").Append(path).Append('"');
        if (dash.Length > 0) _body.Append(" stroke-dasharray=\"").Append(dash).Append('"');
        if (fillId.Length > 0) _body.Append(" fill=\"url(#").Append(fillId).Append(")\"");
        _body.Append("/>");
    }

    /// <summary>A rectangle; <paramref name="opacity"/> below 1 is its fill opacity, a title its tooltip.</summary>
    public void Rect(Box box, string cssClass, double opacity = 1, string title = "", string fillId = "")
    {
        _body.Append("<rect").Append(Frame(box)).Append(" class=\"").Append(cssClass).Append('"');
        if (opacity < 1) _body.Append(" fill-opacity=\"").Append(opacity.ToString("0.###")).Append('"');
        if (fillId.Length > 0) _body.Append(" fill=\"url(#").Append(fillId).Append(")\"");
        if (title.Length == 0) _body.Append("/>");
        else _body.Append("><title>").Append(Markup.Escape(title)).Append("</title></rect>");
    }

    /// <summary>Text with its baseline at y. The anchor is start, middle or end; a rotation in degrees turns it about its anchor.</summary>
    public void Text(double x, double y, string text, string cssClass = "t", string anchor = "start", double rotateDeg = 0)
    {
        _body.Append("<text x=\"").Append(NumberFormat.Coordinate(x)).Append("\" y=\"").Append(NumberFormat.Coordinate(y))
            .Append("\" class=\"").Append(cssClass).Append('"');
        if (anchor != "start") _body.Append(" text-anchor=\"").Append(anchor).Append('"');
        if (rotateDeg != 0)
        {
            _body.Append(" transform=\"rotate(").Append(NumberFormat.Coordinate(rotateDeg)).Append(' ').Append(NumberFormat.Coordinate(x))
                .Append(' ').Append(NumberFormat.Coordinate(y)).Append(")\"");
        }
        _body.Append('>').Append(Markup.Escape(text)).Append("</text>");
    }

    /// <summary>Text cut to a width, with the whole text as its tooltip where it was cut.</summary>
    public void FittedText(double x, double y, string text, double maxWidth, string cssClass = "t", string anchor = "start")
    {
        var fitted = TextMetrics.Fit(text, maxWidth);
        if (fitted == text) Text(x, y, text, cssClass, anchor);
        else
        {
            Open("f", text);
            Text(x, y, fitted, cssClass, anchor);
            Close();
        }
    }

    private static string Frame(Box box) =>
        $" x=\"{NumberFormat.Coordinate(box.X)}\" y=\"{NumberFormat.Coordinate(box.Y)}\" width=\"{NumberFormat.Coordinate(box.Width)}\" height=\"{NumberFormat.Coordinate(box.Height)}\"";
}
