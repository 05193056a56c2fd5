using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Inputs;

/// <summary>The option that names exactly one policy.</summary>
internal sealed class OnePolicyInput
{
    /// <summary>Makes the option.</summary>
    public OnePolicyInput() => Option.CompletionSources.Add(_ => Names);

    /// <summary>The policies that can serve a live region.</summary>
    public static IEnumerable<string> Names => PolicyCatalog.All.Where(p => p.IsServedByWorkers).Select(p => p.Name);

    /// <summary>The option.</summary>
    public Option<string> Option { get; } = new("--policy", "-p")
    {
        HelpName = "P[:KEY=VALUE,...]",
        Description = "The policy with its settings; one that workers can serve side by side.",
        Required = true,
    };

    /// <summary>Makes an argument that names one, for commands that are about it.</summary>
    public static Argument<string> Argument()
    {
        var policy = new Argument<string>("P[:KEY=VALUE,...]") { Description = "The policy with its settings ('controlplane policies' lists them)." };
        policy.CompletionSources.Add(_ => Names);
        return policy;
    }

    /// <summary>The policy asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">It is wrong, or there are several.</exception>
    public PolicySpec Read(ParseResult result) => Read(result.GetRequiredValue(Option), Option.Name);

    /// <summary>Reads one policy.</summary>
    /// <param name="text">As written.</param>
    /// <param name="source">The option or argument, for messages.</param>
    /// <exception cref="InputException">It is wrong, or there are several.</exception>
    public static PolicySpec Read(string text, string source) =>
        PolicyText.Read(text, source).ToList() is [var policy] ? policy : throw new InputException($"{source} must be one policy, not '{text}'");
}
