using ControlPlane.Client.Hosting;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads policies as the command line names them: <c>dp</c>, <c>least-energy:gpus=2,clock=max</c>, several separated by commas, <c>all</c>.</summary>
internal static class PolicyText
{
    /// <summary>Every quick policy with its default settings.</summary>
    public const string All = "all";

    /// <summary>Reads a list of policies.</summary>
    /// <param name="text">As written.</param>
    /// <param name="option">Name of the option, for messages.</param>
    /// <exception cref="InputException">A policy or a setting is wrong; the message says what is allowed.</exception>
    public static IEnumerable<PolicySpec> Read(string text, string option)
    {
        if (text == All)
            return PolicyCatalog.Quick.Select(p => WithModel(new PolicySpec(p.Name), option)).ToList();
        return Split(text).Select(part => ReadOne(part, option)).ToList();
    }

    /// <summary>Splits a list of policies. A comma separates settings as well as policies: a part with '=' and no name of its own belongs to the policy before it.</summary>
    /// <param name="text">As written.</param>
    public static IReadOnlyList<string> Split(string text)
    {
        var parts = new List<string>();
        foreach (var piece in text.Split(','))
        {
            if (parts.Count > 0 && piece.Contains('=') && !piece.Contains(':'))
                parts[^1] += "," + piece;
            else
                parts.Add(piece);
        }

        return parts;
    }

    private static PolicySpec ReadOne(string text, string option)
    {
        var name = text.Split(':')[0].Trim();
        if (PolicyCatalog.Find(name) is null)
        {
            throw new InputException(
                $"{option}: there is no policy '{name}'{Nearest.Hint(name, PolicyCatalog.All.Select(p => p.Name))} ('controlplane policies' lists them)");
        }

        try
        {
            return WithModel(PolicySpec.Parse(text), option);
        }
        catch (FormatException wrong)
        {
            throw new InputException($"{option} {wrong.Message}");
        }
    }

    /// <summary>Reads the model of a policy that takes one.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="option">Name of the option, for messages.</param>
    /// <exception cref="InputException">The file cannot be a model; the message says why.</exception>
    public static PolicySpec WithModel(PolicySpec policy, string option)
    {
        try
        {
            return PolicyModels.Load(policy);
        }
        catch (FormatException wrong)
        {
            throw new InputException($"{option}: {wrong.Message}");
        }
    }
}
