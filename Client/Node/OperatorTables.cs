using ControlPlane.Client.Output;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>What operators set at a node, as tables; for programs JSON under the names of its API.</summary>
internal static class OperatorTables
{
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
