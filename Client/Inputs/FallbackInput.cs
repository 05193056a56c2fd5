using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>The option that names the shield's fall-back.</summary>
internal sealed class FallbackInput
{
    /// <summary>Makes the option.</summary>
    public FallbackInput() => Option.CompletionSources.Add(_ => PolicyCatalog.All.Select(p => p.Name));

    /// <summary>The option.</summary>
    public Option<string?> Option { get; } = new("--fallback")
    {
        HelpName = "P[:KEY=VALUE,...]",
        Description = "The policy that decides where a policy's own decision cannot take effect (default: the scenario's, else least-loaded:gpus=1).",
    };

    /// <summary>The scenario with the fall-back asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="InputException">There is no such policy, or it is several.</exception>
    public Scenario Apply(ParseResult result, Scenario scenario) =>
        result.GetValue(Option) is { } text ? scenario with { Fallback = OnePolicy.Read(text, Option.Name, scenario) } : scenario;
}
