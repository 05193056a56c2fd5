using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Silo.Http.Access;

/// <summary>Who calls.</summary>
/// <param name="Id">Id of the key; null with <c>--dev</c>.</param>
/// <param name="Name">Its name, for the audit log.</param>
/// <param name="Role">Its role.</param>
/// <param name="Site">With the role agent: its site.</param>
/// <param name="Tenant">The only tenant whose jobs it sees and submits; null for all.</param>
internal sealed record Caller(string? Id, string Name, Role Role, string? Site, string? Tenant)
{
    /// <summary>Whoever calls a host with <c>--dev</c>.</summary>
    public static Caller Developer { get; } = new(Id: null, "dev", Role.Admin, Site: null, Tenant: null);

    /// <summary>Whether it has a role.</summary>
    /// <param name="needed">The role.</param>
    /// <param name="site">The site that it speaks for; null for none.</param>
    public bool May(Role needed, string? site) => needed switch
    {
        _ when ReferenceEquals(this, Developer) => true,
        Role.Agent => Role == Role.Agent && Site == site,
        _ => Role != Role.Agent && Role >= needed,
    };
}
