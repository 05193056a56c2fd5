using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Training;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Inputs;

/// <summary>The argument that names a learner.</summary>
internal sealed class LearnerInput
{
    /// <summary>Makes the argument.</summary>
    public LearnerInput() => Argument.CompletionSources.Add(_ => Names);

    /// <summary>The argument.</summary>
    public Argument<string?> Argument { get; } = new("PRESET[:KEY=VALUE,...]")
    {
        Description = $"A learner with its settings: {string.Join(", ", Names)} ('--list' shows them).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Shows the learners instead of training one.</summary>
    public Option<bool> List { get; } = new("--list") { Description = "List the learners and their settings." };

    private static IEnumerable<string> Names => Learners.All.Select(l => l.Name);

    /// <summary>The learner asked for.</summary>
    /// <param name="text">As written.</param>
    /// <exception cref="InputException">It is unknown, or a setting is wrong; the message says what is allowed.</exception>
    public static PolicySpec Read(string? text)
    {
        if (text is null)
            throw new InputException($"PRESET is missing: learners are {string.Join(", ", Names)} (see 'controlplane train --help')");
        var name = text.Split(':')[0].Trim();
        if (Learners.Find(name) is null)
            throw new InputException($"there is no learner '{name}'{Nearest.Hint(name, Names)} (learners are {string.Join(", ", Names)})");
        try
        {
            return PolicySpec.Parse(text, Learners.All);
        }
        catch (FormatException wrong)
        {
            throw new InputException(wrong.Message);
        }
    }
}
