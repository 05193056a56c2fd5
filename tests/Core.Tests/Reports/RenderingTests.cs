using System.Globalization;
using System.Text.RegularExpressions;
using ControlPlane.Simulation.Reports;

namespace ControlPlane.Core.Tests.Reports;

public sealed partial class RenderingTests
{
    // Headless windows have a least width, so each page stands in a frame of the width wanted. Folded parts are opened: they must fit as well.
    private const string Wrapper =
        """
        <!DOCTYPE html><html><body>
        <iframe id="w390" src="report.html" style="width:390px;height:800px;border:0"></iframe>
        <iframe id="w1280" src="report.html" style="width:1280px;height:800px;border:0"></iframe>
        <script>
        onload = () => document.querySelectorAll('iframe').forEach(f => {
          const d = f.contentDocument;
          d.querySelectorAll('details').forEach(x => x.open = true);
          const h = d.querySelector('table.sortable thead th:nth-child(2) button');
          h.click();
          f.contentWindow.scrollTo(9999, 0);
          const drawn = [...d.querySelectorAll('figure svg.chart')].filter(s => s.getBoundingClientRect().height > 0).length;
          document.body.append(Object.assign(document.createElement('p'), {
            textContent: `result ${f.id} width=${d.documentElement.scrollWidth} scrolled=${f.contentWindow.scrollX} drawn=${drawn}/${d.querySelectorAll('figure').length} sorted=${h.parentElement.getAttribute('aria-sort')}`
          }));
        });
        </script></body></html>
        """;

    [ChromiumFact]
    public async Task Page_fits_a_phone_and_a_desktop_without_errors()
    {
        var folder = Directory.CreateTempSubdirectory("report").FullName;
        try
        {
            var names = StudyReport.Tables(ReportStudies.Small).Select(t => t.Name).ToArray();
            await File.WriteAllTextAsync(Path.Combine(folder, "report.html"), StudyReport.Html(ReportStudies.Small, ReportStudies.Options with { CsvFiles = names }));
            await File.WriteAllTextAsync(Path.Combine(folder, "wrapper.html"), Wrapper);
            var (dom, log) = await Chromium.LoadAsync(folder, "wrapper.html");
            var results = Result().Matches(dom);
            Assert.Equal(["390", "1280"], results.Select(r => r.Groups["frame"].Value));
            Assert.All(results, r => Check(r));
            Assert.DoesNotContain("CONSOLE", log, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Check(Match result)
    {
        Assert.Equal(result.Groups["frame"].Value, result.Groups["width"].Value);
        Assert.Equal("0", result.Groups["scrolled"].Value);
        // Of the two drawings of each figure exactly one is shown.
        Assert.Equal(result.Groups["figures"].Value, result.Groups["drawn"].Value);
        Assert.InRange(int.Parse(result.Groups["figures"].Value, CultureInfo.InvariantCulture), 10, 100);
        Assert.Equal("ascending", result.Groups["sort"].Value);
    }

    [GeneratedRegex("<p>result w(?<frame>\\d+) width=(?<width>\\d+) scrolled=(?<scrolled>[\\d.]+) drawn=(?<drawn>\\d+)/(?<figures>\\d+) sorted=(?<sort>\\w+)</p>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Result();
}
