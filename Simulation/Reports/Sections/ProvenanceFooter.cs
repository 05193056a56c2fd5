using System.Security.Cryptography;
using System.Text;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Tables;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>How to get the same report again, and how to tell that it is the same.</summary>
internal static class ProvenanceFooter
{
    private const int HashDigits = 12;
    private const int MostHashes = 12;

    public static void Write(HtmlReport report, StudyView view)
    {
        var (options, scenario) = (view.Options, view.Scenario);
        var file = options.ScenarioFile[(options.ScenarioFile.LastIndexOfAny(['/', '\\']) + 1)..];
        var runs = view.Policies.SelectMany(p => p.Runs).ToArray();
        report.ProducedBy(new Provenance(
            options.ProductVersion, file.Length > 0 ? file : scenario.Name, SeedText.Of(view.Study.Seeds), options.CommandLine.Length > 0 ? options.CommandLine : "not recorded", Digest(runs))
        {
            Extra =
            [
                ("Policies", string.Join(" ", view.Policies.Select(p => p.Label))),
                .. runs.Length <= MostHashes
                    ? runs.Select(r => ($"Log of {r.Policy}{(view.HasIntervals ? $", seed {r.Seed}" : "")}", Short(r.EventLogHash)))
                    : [("Logs of single runs", $"event_log_sha256 in {CsvNames.Runs}")],
            ],
        });
    }

    private static string Short(string hash) => hash.Length <= HashDigits ? hash : hash[..HashDigits];

    /// <summary>One hash over those of all runs.</summary>
    private static string Digest(RunResult[] runs)
    {
        var all = Encoding.UTF8.GetBytes(string.Join('\n', runs.Select(r => r.EventLogHash)));
        return $"{Short(Convert.ToHexStringLower(SHA256.HashData(all)))} (SHA-256 over {Words.Count(runs.Length, "run")}, first {HashDigits} digits)";
    }
}
