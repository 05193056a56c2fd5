using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Generation;

/// <summary>The option that chooses rules of generation.</summary>
internal sealed class GenerationPolicyInput
{
    private const string All = "all";

    /// <summary>The option.</summary>
    public Option<string[]> Option { get; } = new("--policy", "-p")
    {
        HelpName = "P,P,...|all",
        Description = "Rules, with settings as in least-loaded:steps=10 (default: the scenario's). 'controlplane aigc --list' shows them.",
        AllowMultipleArgumentsPerToken = true,
        CompletionSources = { _ => GenerationPolicyCatalog.All.Select(p => new System.CommandLine.Completions.CompletionItem(p.Name)) },
    };

    /// <summary>The rules asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="days">The scenario.</param>
    /// <exception cref="InputException">One is wrong or comes twice.</exception>
    public IReadOnlyList<PolicySpec> Read(ParseResult result, GenerationDays days)
    {
        var texts = result.GetValue(Option) ?? [];
        if (texts.Length == 0 && days.Policies.Count > 0)
            return days.Policies;
        PolicySpec[] policies = [.. (texts.Length == 0 ? [All] : texts).SelectMany(PolicyText.Split).SelectMany(Read)];
        var twice = policies.CountBy(p => p.Label).FirstOrDefault(p => p.Value > 1).Key;
        return twice is null ? policies : throw new InputException($"{Option.Name}: '{twice}' is given twice");
    }

    private IEnumerable<PolicySpec> Read(string text)
    {
        if (text == All)
            return GenerationPolicyCatalog.All.Select(p => PolicyModels.Load(new PolicySpec(p.Name), GenerationPolicyCatalog.All)).ToList();
        var name = text.Split(':')[0].Trim();
        if (GenerationPolicyCatalog.All.All(p => p.Name != name))
            throw new InputException($"{Option.Name}: there is no rule '{name}'{Nearest.Hint(name, GenerationPolicyCatalog.All.Select(p => p.Name))} ('controlplane aigc --list' shows them)");
        try
        {
            var policy = PolicyModels.Load(PolicySpec.Parse(text, GenerationPolicyCatalog.All), GenerationPolicyCatalog.All);
            GenerationPolicyCatalog.Check(policy);
            return [policy];
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new InputException($"{Option.Name} {wrong.Message.Split(" (Parameter", 2)[0]}");
        }
    }
}
