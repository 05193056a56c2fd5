using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

internal sealed partial class NodeClient
{
    /// <summary>Changes what a site may do.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="change">What changes; what is null stays.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<SiteView> Change(string site, SiteChange change, CancellationToken cancellation) =>
        Call<SiteView>(HttpMethod.Patch, SitePath(site), cancellation, new { change.Draining, change.GpuLimit });

    /// <summary>The tenants that have jobs or a quota.</summary>
    public Task<IReadOnlyList<TenantView>> Tenants(CancellationToken cancellation) => Call<IReadOnlyList<TenantView>>(HttpMethod.Get, "/v1/tenants", cancellation);

    /// <summary>Sets how many jobs that have not ended a tenant may have; null for any number.</summary>
    public Task<TenantView> SetQuota(string tenant, int? quota, CancellationToken cancellation) =>
        Call<TenantView>(HttpMethod.Put, $"/v1/tenants/{Uri.EscapeDataString(tenant)}", cancellation, new { quota });

    /// <summary>What operators did, the newest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> Audit(int most, CancellationToken cancellation) =>
        Call<IReadOnlyList<AuditEntry>>(HttpMethod.Get, $"/v1/audit?limit={most}", cancellation);

    /// <summary>The keys.</summary>
    public Task<IReadOnlyList<NodeKey>> Keys(CancellationToken cancellation) => Call<IReadOnlyList<NodeKey>>(HttpMethod.Get, "/v1/keys", cancellation);

    /// <summary>Makes a key.</summary>
    public Task<NodeKeyMade> AddKey(NodeKeyWish wish, CancellationToken cancellation) => MakeKey("/v1/keys", wish, cancellation);

    /// <summary>Makes a key that takes over from another, which stays valid for a while.</summary>
    public Task<NodeKeyMade> RotateKey(string id, long inS, CancellationToken cancellation) =>
        MakeKey($"/v1/keys/{Uri.EscapeDataString(id)}/rotate?inS={inS}", body: null, cancellation);

    /// <summary>Ends a key.</summary>
    public Task<NodeKey> EndKey(string id, long inS, CancellationToken cancellation) =>
        Call<NodeKey>(HttpMethod.Delete, $"/v1/keys/{Uri.EscapeDataString(id)}?inS={inS}", cancellation);

    // Not repeated: another one would be made.
    private async Task<NodeKeyMade> MakeKey(string path, object? body, CancellationToken cancellation)
    {
        try
        {
            return await _http.Call<NodeKeyMade>(HttpMethod.Post, path, body, Limit, cancellation).ConfigureAwait(false);
        }
        catch (NodeUnreachableException e)
        {
            throw new NodeUnreachableException($"{e.Message}; whether the key was made is not known: 'controlplane keys list' shows it, and its secret is lost");
        }
    }
}
