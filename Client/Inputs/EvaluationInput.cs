using System.CommandLine;
using ControlPlane.Client.Evaluation;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Scenarios;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>The arguments and options that say what is held against the frontier.</summary>
internal sealed class EvaluationInput
{
    private const string DefaultScenario = "paper-independent";
    private const string DefaultRules = "fluid,time-price,least-energy,shortest-completion,masked-uniform,masked-n1";
    private const string DefaultBudgets = "600,1000,2000,3000";
    private const int DefaultSeeds = 5;
    private const double MostLoad = 100;

    private readonly IScenarioSource _source;
    private readonly Option<string[]> _scenarios = new("--scenario", "-s") { HelpName = "S", Description = $"A scenario or a YAML file; may be repeated (default: {DefaultScenario})." };
    private readonly Option<string?> _rules = new("--policies") { HelpName = "P,P,...", Description = $"Rules beside the models, or 'none' (default: {DefaultRules.Replace(",", ", ", StringComparison.Ordinal)})." };
    private readonly Option<string?> _budgets = new("--budgets") { HelpName = "S,S,...", Description = $"Mean service times to keep, s, or 'none', for policies that take one (default: {DefaultBudgets})." };
    private readonly Option<string?> _loads = new("--loads", "--load") { HelpName = "X,X,...", Description = "Factors on the scenario's own load (default: 1)." };
    private readonly Option<double?> _horizon = LengthInput.Option("--days", "How long to simulate: days, or with a unit 36h, 90m (default: the scenario's).");
    private readonly SeedInput _seeds = new();
    private readonly Option<long?> _parallel = Quantity.WholeOption("--parallel", 1, 1024, "Runs side by side (default: the number of cores); does not change results.");

    /// <summary>Makes them.</summary>
    /// <param name="source">Where scenarios come from.</param>
    public EvaluationInput(IScenarioSource source)
    {
        _source = source;
        _scenarios.CompletionSources.Add(_ => source.Names);
        Models.CompletionSources.Add(_ => [PolicyModel.Shipped]);
    }

    /// <summary>The models.</summary>
    public Argument<string[]> Models { get; } = new("MODEL") { Description = $"Models, each {ModelInput.What}.", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_scenarios, _loads, _budgets, _rules, _seeds.Seeds, _seeds.Seed, _horizon, _parallel];

    /// <summary>What is asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">It is wrong, or a model cannot be used.</exception>
    public EvaluationPlan Read(ParseResult result)
    {
        var budgets = BudgetList.Read(result.GetValue(_budgets) ?? DefaultBudgets);
        var policies = NamedModels(result.GetValue(Models) ?? [], budgets).Concat(Rules(result.GetValue(_rules) ?? DefaultRules, budgets)).ToList();
        var scenarios = (result.GetValue(_scenarios) is { Length: > 0 } names ? names : [DefaultScenario]).Select(n => Load(n, result.GetValue(_horizon))).ToList();
        foreach (var (policy, scenario) in policies.SelectMany(p => scenarios, (p, s) => (p.Spec, s)))
            RatesInput.Check(policy, scenario, _rules.Name);
        if (policies.Count == 0)
            throw new InputException("there is nothing to evaluate: give a MODEL, or rules with --policies");
        return new(
            scenarios, Loads(result.GetValue(_loads) ?? "1"), policies,
            _seeds.Read(result, scenarios[0], DefaultSeeds), (int)(result.GetValue(_parallel) ?? Environment.ProcessorCount));
    }

    private static IEnumerable<EvaluatedPolicy> NamedModels(string[] texts, IReadOnlyList<double?> budgetsS)
    {
        if (texts.GroupBy(t => t).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InputException($"MODEL '{twice.Key}' is given twice");
        foreach (var text in texts)
        {
            var spec = ModelInput.Read(text);
            var card = ModelInput.Decode(spec).Card;
            // One that was trained for one budget keeps to it.
            IReadOnlyList<double?> own = card.Settings.GetValueOrDefault("budget") is [var budgetS] ? [budgetS] : budgetsS;
            foreach (var policy in EvaluatedPolicy.At(Name(text, texts), spec, own))
                yield return policy;
        }
    }

    // The file's name, unless that would not tell it from another.
    private static string Name(string text, string[] all)
    {
        if (text == PolicyModel.Shipped)
            return ModelInput.Policy;
        var name = Path.GetFileNameWithoutExtension(text);
        return all.Count(t => Path.GetFileNameWithoutExtension(t) == name) > 1 || PolicyCatalog.Find(name) is not null ? text : name;
    }

    private IEnumerable<EvaluatedPolicy> Rules(string text, IReadOnlyList<double?> budgetsS) =>
        text == "none" ? [] : PolicyText.Read(text, _rules.Name).SelectMany(p => EvaluatedPolicy.At(p.Label, p, budgetsS));

    private Scenario Load(string name, double? horizonS)
    {
        var scenario = _source.Load(name);
        var horizon = horizonS ?? scenario.HorizonS;
        return scenario.Energy?.Complain(horizon) is { } complaint ? throw new InputException($"--days: {complaint}") : scenario with { HorizonS = horizon };
    }

    private static IReadOnlyList<double> Loads(string text) => [.. text.Split(',').Select(item =>
        Quantity.TryNumber(item.Trim(), out var load) && load > 0 && load <= MostLoad ? load : throw new InputException($"--loads: each must be a number in (0, {MostLoad}], not '{item}'"))];
}
