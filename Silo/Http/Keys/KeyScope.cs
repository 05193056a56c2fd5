namespace ControlPlane.Silo.Http.Keys;

/// <summary>How much of the host a key is for: a site with the role agent, and with the roles viewer and submitter one tenant, where that is wanted.</summary>
internal static class KeyScope
{
    /// <summary>Checks that a role and what its key is bound to belong together.</summary>
    /// <param name="role">The role.</param>
    /// <param name="site">The site; null for none.</param>
    /// <param name="tenant">The tenant; null for all.</param>
    /// <returns>The field that is wrong and what is allowed; null when all is well.</returns>
    public static (string Field, string Allowed)? Complain(Role role, string? site, string? tenant) => (role, site, tenant) switch
    {
        (Role.Agent, null, _) => ("site", "the site of the agent"),
        (not Role.Agent, not null, _) => ("site", "nothing: only the role agent is bound to a site"),
        (not (Role.Viewer or Role.Submitter), _, not null) => ("tenant", "nothing: only the roles viewer and submitter can be bound to a tenant"),
        _ => null,
    };
}
