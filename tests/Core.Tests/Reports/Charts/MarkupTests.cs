using System.Xml.Linq;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed class MarkupTests
{
    [Fact]
    public void Markup_characters_become_references() =>
        Assert.Equal("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;&lt;/b&gt;", Markup.Escape("<b a=\"1\" c='2'>&</b>"));

    [Theory]
    [InlineData("\0\u0001\u000b")]
    [InlineData("\ud800 lone high")]
    [InlineData("lone low \udc00")]
    [InlineData("\uffff\ufffe")]
    public void Characters_that_xml_forbids_are_replaced(string text)
    {
        var element = XElement.Parse("<a b=\"" + Markup.Escape(text) + "\">" + Markup.Escape(text) + "</a>");
        Assert.Contains("\ufffd", element.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Surrogate_pairs_survive() => Assert.Equal("a😀b", XElement.Parse("<a>" + Markup.Escape("a😀b") + "</a>").Value);
}
