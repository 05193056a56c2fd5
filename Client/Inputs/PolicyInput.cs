using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>The option that names policies.</summary>
internal sealed class PolicyInput
{
    /// <summary>Makes the option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="alias">A second name.</param>
    public PolicyInput(string name, string alias)
    {
        Option = new Option<string[]>(name, alias)
        {
            HelpName = "P[:KEY=VALUE,...]",
            Description = "Policies with settings, separated by commas or one an option; 'all' for the whole catalogue but what takes minutes a week (default: the scenario's, else all).",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        Option.CompletionSources.Add(_ => PolicyCatalog.All.Select(p => p.Name).Append(PolicyText.All));
    }

    /// <summary>The option.</summary>
    public Option<string[]> Option { get; }

    /// <summary>The policies asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="InputException">One is wrong or comes twice.</exception>
    public IReadOnlyList<PolicySpec> Read(ParseResult result, Scenario scenario)
    {
        var texts = result.GetValue(Option) ?? [];
        if (texts.Length == 0)
            return scenario.Policies.Count > 0 ? scenario.Policies : All(scenario);
        PolicySpec[] policies = [.. texts.SelectMany(t => t == PolicyText.All ? All(scenario) : PolicyText.Read(t, Option.Name))];
        var twice = policies.CountBy(p => p.Label).FirstOrDefault(p => p.Value > 1).Key;
        if (twice is not null)
            throw new InputException($"{Option.Name}: '{twice}' is given twice");
        foreach (var policy in policies)
            RatesInput.Check(policy, scenario, Option.Name);
        return policies;
    }

    // All that can run: some need to know what energy costs.
    private static PolicySpec[] All(Scenario scenario) =>
        [.. (scenario.Energy?.IsComplete == true ? PolicyCatalog.Quick : PolicyCatalog.WithoutRates).Select(p => PolicyText.WithModel(new PolicySpec(p.Name), PolicyText.All))];
}
