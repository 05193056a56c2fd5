using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that choose columns and the order of rows.</summary>
internal sealed class MetricInput
{
    private const string Catalogue = "catalogue";

    private static readonly IReadOnlyList<Metric> Default =
    [
        Simulation.Studies.Metrics.Completed, Simulation.Studies.Metrics.WaitingAtEnd, Simulation.Studies.Metrics.JoulesPerUnit,
        Simulation.Studies.Metrics.AboveFrontier, Simulation.Studies.Metrics.ServiceMean, Simulation.Studies.Metrics.ServiceP99,
        Simulation.Studies.Metrics.WaitMean, Simulation.Studies.Metrics.TotalMean,
    ];

    /// <summary>Makes the options.</summary>
    public MetricInput()
    {
        Metrics.CompletionSources.Add(_ => Names);
        Sort.CompletionSources.Add(_ => Names.Append(Catalogue));
    }

    /// <summary>The columns.</summary>
    public Option<string?> Metrics { get; } = new("--metrics") { HelpName = "M,M,...|all", Description = "Columns, by their names in JSON (default: the essential ones)." };

    /// <summary>The order of rows.</summary>
    public Option<string?> Sort { get; } = new("--sort") { HelpName = "M", Description = "Best rows first by this metric (default: in catalogue order)." };

    private static IEnumerable<string> Names => Simulation.Studies.Metrics.All.Select(m => m.Name);

    /// <summary>The columns asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="scenario">The scenario: where money and emissions are counted, they are essential.</param>
    /// <exception cref="InputException">A metric is unknown.</exception>
    public IReadOnlyList<Metric> ReadMetrics(ParseResult result, Scenario scenario) => result.GetValue(Metrics) switch
    {
        null => scenario.Energy is null ? Default : [.. Default, Simulation.Studies.Metrics.EnergyCost, Simulation.Studies.Metrics.Carbon],
        "all" => Simulation.Studies.Metrics.All,
        var text => [.. text.Split(',').Select(name => Find(name.Trim(), "--metrics"))],
    };

    /// <summary>The metric to sort by; null for the catalogue's order.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">It is unknown.</exception>
    public Metric? ReadSort(ParseResult result) => result.GetValue(Sort) switch
    {
        null or Catalogue => null,
        var name => Find(name, "--sort"),
    };

    /// <summary>Policies in the order of a metric's mean, best first.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="metric">The metric; null keeps the order.</param>
    public static IReadOnlyList<PolicyRuns> Order(IReadOnlyList<PolicyRuns> policies, Metric? metric)
    {
        if (metric is null)
            return policies;
        var sign = metric.Better > 0 ? -1 : 1;
        return [.. policies.OrderBy(p => Comparison.Estimate(p, metric).Mean is var mean && double.IsNaN(mean) ? double.PositiveInfinity : sign * mean)];
    }

    private static Metric Find(string name, string option) =>
        Simulation.Studies.Metrics.All.FirstOrDefault(m => m.Name == name)
        ?? throw new InputException(
            $"{option}: there is no metric '{name}'{(Nearest.To(name, Names) is { } near ? $"; did you mean '{near}'?" : $"; metrics are {string.Join(", ", Names)}")}");
}
