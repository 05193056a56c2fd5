using System.Text;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports.Html;

/// <summary>Prose with two marks: `code` and **strong**. Everything else is escaped; a mark that is not closed stays as it is.</summary>
internal static class InlineText
{
    public static string ToHtml(string text)
    {
        var html = new StringBuilder(text.Length + 32);
        var at = 0;
        while (at < text.Length)
        {
            var (mark, tag) = text[at] == '`' ? ("`", "code") : text.AsSpan(at).StartsWith("**") ? ("**", "strong") : ("", "");
            var end = mark.Length == 0 ? -1 : text.IndexOf(mark, at + mark.Length, StringComparison.Ordinal);
            if (end > at + mark.Length)
            {
                html.Append('<').Append(tag).Append('>').Append(Markup.Escape(text[(at + mark.Length)..end])).Append("</").Append(tag).Append('>');
                at = end + mark.Length;
                continue;
            }
            var next = text.AsSpan(at + 1).IndexOfAny('`', '*');
            var stop = next < 0 ? text.Length : at + 1 + next;
            html.Append(Markup.Escape(text[at..stop]));
            at = stop;
        }
        return html.ToString();
    }
}
