using System.Text.Json.Nodes;
using ControlPlane.Client.Generation;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Demo;

/// <summary>The studies of the demonstration.</summary>
/// <param name="services">Terminal, scenarios, report.</param>
/// <param name="threads">Runs side by side.</param>
/// <param name="quiet">Whether stderr stays silent.</param>
internal sealed class DemoRun(CliServices services, int threads, bool quiet)
{
    private const string ScenarioName = "paper";
    private const string IndependentName = "paper-independent";
    private const string GenerationName = "aigc-day";
    private const int Seeds = 5;
    private readonly StudyRunner _runner = new(services, quiet);
    private readonly GenerationRunner _generation = new(services, quiet);
    private readonly Scenario _paper = services.Scenarios.Load(ScenarioName);

    /// <summary>The published week: the paper's one random stream and seed.</summary>
    public StudyResult Published()
    {
        PolicySpec[] policies = [.. PublishedResults.Rows.Select(r => r.Policy).Append(PublishedResults.BesidesPolicy).Select(name => new PolicySpec(name))];
        return _runner.Run(new StudyPlan(_paper with { Random = RandomMode.Published }, policies, [PublishedResults.Seed], threads));
    }

    /// <summary>All policies on the same arrivals and sizes, each held against the frontier.</summary>
    public StudyResult AllPolicies()
    {
        var scenario = services.Scenarios.Load(IndependentName);
        long[] seeds = [.. Enumerable.Range(0, Seeds).Select(k => scenario.Seed + k)];
        return _runner.Run(new StudyPlan(scenario, [.. PolicyCatalog.WithoutRates.Select(p => PolicyText.WithModel(new PolicySpec(p.Name), p.Name))], seeds, threads));
    }

    /// <summary>The AIGC day under its rules, the oracle among them.</summary>
    public (GenerationDays Days, IReadOnlyList<GenerationPolicyDays> Study) Generation()
    {
        var days = services.Scenarios.LoadGeneration(GenerationName);
        long[] seeds = [.. Enumerable.Range(0, Seeds).Select(k => days.Seed + k)];
        return (days, _generation.Run(days, new GenerationStudyPlan(days.Of, days.Policies, seeds, threads)));
    }

    /// <summary>Tables II and III.</summary>
    /// <param name="study">The published week.</param>
    public static Document DescribePublished(StudyResult study)
    {
        var tables = new PublishedTables(study);
        return new Document
        {
            Heading = ["The published week, simulated again", .. StudyHeading.Of(study)],
            Tables = [tables.Second(), tables.Third()],
            Closing = DemoText.Of(tables),
            Csv = tables.Second,
            Json = () => new JsonObject { ["table_ii"] = JsonText.Rows(tables.Second()), ["table_iii"] = JsonText.Rows(tables.Third()), ["all_match"] = tables.AllMatch },
        };
    }

    /// <summary>The AIGC day.</summary>
    /// <param name="days">The scenario.</param>
    /// <param name="study">The rules with their days.</param>
    public static Document DescribeGeneration(GenerationDays days, IReadOnlyList<GenerationPolicyDays> study) => new()
    {
        Heading = ["", $"The other half: {days.Title.ToLowerInvariant()}. Three providers trade jobs; each has a battery, sun, wind and a market", GenerationHeading.Of(days, Seeds)],
        Tables = [GenerationTables.Means(study, all: false)],
        Csv = () => GenerationTables.ForPrograms(days.Day.Name, study),
        Json = () => GenerationTables.Json(days.Day.Name, study),
    };

    /// <summary>All policies against the frontier.</summary>
    /// <param name="study">The study.</param>
    public static Document DescribeAll(StudyResult study) => new()
    {
        Heading = ["", "Every policy on the same arrivals and job sizes, against the least energy possible at its own load and service time", .. StudyHeading.Of(study)],
        Tables = [SummaryTables.Means(study.Policies, DemoText.Columns)],
        Closing = ["'above frontier' is what a better policy could still save."],
        Csv = () => SummaryTables.ForPrograms(study),
        Json = () => StudyJson.Of(study),
    };
}
