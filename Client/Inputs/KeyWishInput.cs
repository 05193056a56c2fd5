using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node;

namespace ControlPlane.Client.Inputs;

/// <summary>The argument and options that say which key to make.</summary>
internal sealed class KeyWishInput
{
    private const string Agent = "agent";
    private const string Submitter = "submitter";
    private static readonly string[] Roles = ["viewer", Submitter, "operator", "admin", Agent];
    private readonly Option<string> _role = new("--role") { HelpName = "ROLE", Description = "viewer, submitter, operator or admin, each with what those before may do, or agent.", Required = true };
    private readonly Option<string?> _site = new("--site") { HelpName = "SITE", Description = "With --role agent, and only with it: the site whose agent it is." };
    private readonly Option<string?> _tenant = new("--tenant") { HelpName = "TENANT", Description = "With --role submitter: the only tenant whose jobs it may submit (default: all)." };
    private readonly Option<double?> _lasts = TimeInput.Option("--for", 1, 10 * 365 * 86_400.0, "How long it is valid (default: until it is ended).");

    /// <summary>Makes the argument and options.</summary>
    public KeyWishInput() => _role.CompletionSources.Add(_ => Roles);

    /// <summary>Who it is for.</summary>
    public Argument<string> Name { get; } = new("NAME") { Description = "Who it is for, 1 to 64 letters, digits, dots, hyphens and underscores: the audit log names it." };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_role, _site, _tenant, _lasts];

    /// <summary>The key asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">The role is none, or options do not go together.</exception>
    public NodeKeyWish Read(ParseResult result)
    {
        var role = result.GetRequiredValue(_role);
        var (site, tenant) = (result.GetValue(_site), result.GetValue(_tenant));
        if (!Roles.Contains(role))
            throw new InputException($"{_role.Name}: there is no role '{role}'{Nearest.Hint(role, Roles)}; roles are {string.Join(", ", Roles)}");
        if ((role == Agent) != site is not null)
            throw new InputException($"{_role.Name} {Agent} and {_site.Name} belong together");
        if (tenant is not null && role != Submitter)
            throw new InputException($"{_tenant.Name} is for {_role.Name} {Submitter}");
        return new NodeKeyWish(result.GetRequiredValue(Name), role, site, tenant, result.GetValue(_lasts));
    }
}
