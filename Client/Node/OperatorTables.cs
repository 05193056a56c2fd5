using ControlPlane.Client.Output;
using ControlPlane.Fleet.Control;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Node;

/// <summary>What operators set at a node, as tables; for programs JSON under the names of its API.</summary>
internal static class OperatorTables
{
    /// <summary>A row a version of the policy.</summary>
    /// <param name="policies">The versions.</param>
    public static Document Policies(IReadOnlyList<PolicyView> policies)
    {
        var table = new Table("", [
            new("version", "version"), Column.Words("policy", "policy"), Column.Words("active", "active"), new("decisions", "decisions"), new("replaced", "replaced"),
            Column.Words("published_at", "published"), Column.Words("published_by", "by"), Column.Words("note", "note")]);
        foreach (var version in policies)
        {
            var policy = new PolicySpec(version.Policy.Name, version.Policy.Settings).Label;
            table.Add(
                Cell.Of(version.Version), Cell.Of(policy), new Cell(version.IsActive ? "yes" : "", version.IsActive), Cell.Of(version.Decisions), Cell.Of(version.Replaced),
                NodeTables.At(version.PublishedAt), Cell.Of(version.PublishedBy), Cell.Of(version.Note));
        }

        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(policies) };
    }

    /// <summary>One version of the policy.</summary>
    /// <param name="policy">The version.</param>
    public static Document Policy(PolicyView policy) => Policies([policy]) with { Json = () => NodeJson.Node(policy) };

    /// <summary>A row a tenant.</summary>
    /// <param name="tenants">The tenants.</param>
    public static Document Tenants(IReadOnlyList<TenantView> tenants)
    {
        var table = new Table("", [Column.Words("tenant", "tenant"), new("live", "live jobs"), new("quota", "at most")]);
        foreach (var tenant in tenants)
            table.Add(Cell.Of(tenant.Name), Cell.Of(tenant.Live), tenant.Quota is { } quota ? Cell.Of(quota) : Cell.Empty);
        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(tenants), Closing = tenants.Count == 0 ? ["no tenants"] : [] };
    }

    /// <summary>One tenant.</summary>
    /// <param name="tenant">The tenant.</param>
    public static Document Tenant(TenantView tenant) => Tenants([tenant]) with { Json = () => NodeJson.Node(tenant) };
}
