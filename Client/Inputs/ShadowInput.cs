using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>The option that names a shadow.</summary>
internal sealed class ShadowInput
{
    /// <summary>Makes the option.</summary>
    public ShadowInput() => Option.CompletionSources.Add(_ => PolicyCatalog.All.Select(p => p.Name));

    /// <summary>The option.</summary>
    public Option<string?> Option { get; } = new("--shadow")
    {
        HelpName = "P[:KEY=VALUE,...]",
        Description = "Ask this policy about every decision too, without effect, and show how often and by how much it would have decided otherwise.",
    };

    /// <summary>The shadow asked for; null if none.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="InputException">There is no such policy, or it is several.</exception>
    public PolicySpec? Read(ParseResult result, Scenario scenario) =>
        result.GetValue(Option) is { } text ? OnePolicy.Read(text, Option.Name, scenario) : null;
}
