using System.Text;

namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Escaping of text for SVG and HTML, in element content as well as in double-quoted attributes.</summary>
public static class Markup
{
    /// <summary>
    /// The text with &amp;, &lt;, &gt;, " and ' replaced by references. Characters that XML forbids (control characters, lone surrogates)
    /// become U+FFFD, so that the result is always well-formed.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                escaped.Append(text[i++]).Append(text[i]);
            else
                AppendOne(escaped, text[i]);
        }
        return escaped.ToString();
    }

    private static void AppendOne(StringBuilder escaped, char c)
    {
        switch (c)
        {
            case '&': escaped.Append("&amp;"); break;
            case '<': escaped.Append("&lt;"); break;
            case '>': escaped.Append("&gt;"); break;
            case '"': escaped.Append("&quot;"); break;
            case '\'': escaped.Append("&#39;"); break;
            case '\t' or '\n' or '\r': escaped.Append(c); break;
            default: escaped.Append(c < ' ' || char.IsSurrogate(c) || c is '\ufffe' or '\uffff' ? '\ufffd' : c); break;
        }
    }
}
