using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports;

/// <summary>One published figure beside the one computed here.</summary>
/// <param name="Table">The table it is printed in: "Table II".</param>
/// <param name="Algorithm">The algorithm's name in the publication.</param>
/// <param name="Policy">The policy that ran here.</param>
/// <param name="IsSameAlgorithm">Whether the policy is that algorithm; if not, it is something simpler held against it.</param>
/// <param name="Metric">What is measured: "completed jobs".</param>
/// <param name="Unit">Its unit; empty if it has none.</param>
/// <param name="Decimals">Digits after the point as printed, 0 to 15.</param>
/// <param name="Published">The printed value.</param>
/// <param name="Ours">The value computed here; NaN when it is missing.</param>
public sealed record PublishedFigure(
    string Table, string Algorithm, string Policy, bool IsSameAlgorithm, string Metric, string Unit, int Decimals, double Published, double Ours)
{
    /// <summary>Relative difference up to which two figures count as near.</summary>
    public const double Near = 0.005;

    /// <summary>How the two agree.</summary>
    public PublishedMatch Match
    {
        get
        {
            if (!double.IsFinite(Ours))
                return PublishedMatch.Different;
            if (NumberFormat.Fixed(Ours, Decimals) == NumberFormat.Fixed(Published, Decimals))
                return PublishedMatch.AsPrinted;
            return Math.Abs(Ours - Published) <= Near * Math.Abs(Published) ? PublishedMatch.Near : PublishedMatch.Different;
        }
    }
}
