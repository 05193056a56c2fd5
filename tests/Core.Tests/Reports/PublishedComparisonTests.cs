using ControlPlane.Simulation.Reports;

namespace ControlPlane.Core.Tests.Reports;

public sealed class PublishedComparisonTests
{
    [Theory]
    [InlineData(2, 11.80, 11.7996, PublishedMatch.AsPrinted)]
    [InlineData(2, 9.77, 9.7868, PublishedMatch.Near)]
    [InlineData(2, 9.77, 9.83, PublishedMatch.Different)]
    [InlineData(0, 60_595, 60_595, PublishedMatch.AsPrinted)]
    [InlineData(0, 96_399, 96_403, PublishedMatch.Near)]
    [InlineData(0, 0, 1, PublishedMatch.Different)]
    [InlineData(0, 5, double.NaN, PublishedMatch.Different)]
    public void Match_is_by_printed_digits_then_by_half_a_percent(int decimals, double published, double ours, PublishedMatch match) =>
        Assert.Equal(match, Figure("DP", "dp", true, decimals, published, ours).Match);

    [Fact]
    public void Comparison_comes_first_and_explains_what_it_shows()
    {
        var html = Html(Figure("DP", "dp", true, 0, 60_595, 60_595), Figure("CHSAC-AF", "masked-uniform", false, 0, 96_399, 96_403));
        Assert.Contains("<section id=\"sec1\"><h2>The published figures</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>Reproduced.</strong>", html, StringComparison.Ordinal);
        Assert.Contains("96\u202f403 ≈ 96\u202f399", html, StringComparison.Ordinal);
        Assert.Contains("not learning but the <strong>mask</strong>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_does_not_claim_what_the_figures_do_not_show()
    {
        var html = Html(Figure("DP", "dp", true, 0, 60_595, 60_000), Figure("CHSAC-AF", "masked-uniform", false, 0, 96_399, 90_000));
        Assert.Contains("<strong>Not reproduced.</strong> 1 of the 1 printed figures of DP", html, StringComparison.Ordinal);
        Assert.Contains("CHSAC-AF and masked-uniform differ.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("not learning but", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_missing_here_is_a_dash_and_no_match() =>
        Assert.Contains("– ≠ 60\u202f595", Html(Figure("DP", "dp", true, 0, 60_595, double.NaN)), StringComparison.Ordinal);

    private static PublishedFigure Figure(string algorithm, string policy, bool isSame, int decimals, double published, double ours) =>
        new("Table II", algorithm, policy, isSame, "completed jobs", "", decimals, published, ours);

    private static string Html(params PublishedFigure[] figures) =>
        StudyReport.Html(ReportStudies.Single, ReportStudies.Options with { Published = new PublishedComparison("a paper", figures) });
}
