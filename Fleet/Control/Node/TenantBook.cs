namespace ControlPlane.Fleet.Control.Node;

/// <summary>What each tenant has and may have.</summary>
internal sealed class TenantBook
{
    private readonly Dictionary<string, int> _live = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _quotas = new(StringComparer.Ordinal);

    /// <summary>The quotas, by tenant.</summary>
    public IReadOnlyDictionary<string, int> Quotas => _quotas;

    /// <summary>Tenants that have live jobs or a quota, by name.</summary>
    public IEnumerable<TenantView> All => _live.Keys.Union(_quotas.Keys).Order(StringComparer.Ordinal).Select(Show);

    public TenantView Show(string tenant) => new(tenant, _live.GetValueOrDefault(tenant), QuotaOf(tenant));

    public int? QuotaOf(string tenant) => _quotas.TryGetValue(tenant, out var quota) ? quota : null;

    /// <summary>Whether a tenant has as many jobs as it may; it may have more when its quota was lowered.</summary>
    public bool IsFull(string tenant) => _quotas.TryGetValue(tenant, out var quota) && _live.GetValueOrDefault(tenant) >= quota;

    /// <summary>A job of the tenant begins.</summary>
    public void Enter(string tenant) => _live[tenant] = _live.GetValueOrDefault(tenant) + 1;

    /// <summary>A job of the tenant has ended.</summary>
    public void Leave(string tenant)
    {
        if (--_live[tenant] == 0)
            _live.Remove(tenant);
    }

    public void SetQuota(string tenant, int? quota)
    {
        if (quota is { } most)
            _quotas[tenant] = most;
        else
            _quotas.Remove(tenant);
    }

    public void Clear()
    {
        _live.Clear();
        _quotas.Clear();
    }
}
