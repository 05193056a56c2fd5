using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <content>Tenants and what they may have.</content>
public sealed partial class ControlNode
{
    private readonly TenantBook _tenants = new();

    /// <summary>Shows the tenants that have live jobs or a quota, by name.</summary>
    public IReadOnlyList<TenantView> Tenants() => [.. _tenants.All];

    /// <summary>Says how many jobs of a tenant may be live. Those that it has stay.</summary>
    /// <param name="tenant">The tenant, which need not have jobs.</param>
    /// <param name="quota">The most jobs, 0 to 1 000 000; null for no limit of its own.</param>
    /// <param name="actor">Who asks.</param>
    /// <exception cref="ControlException">The name or the quota is out of range.</exception>
    public TenantView SetQuota(string tenant, int? quota, string actor)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        if (SubmissionRules.ComplainOfTenant(tenant) is { } complaint)
            throw new ControlException(ControlProblem.Invalid, complaint, field: "tenant");
        if (SubmissionRules.ComplainOfQuota(tenant, quota) is { } excess)
            throw new ControlException(ControlProblem.Invalid, excess, field: "quota");
        if (_tenants.QuotaOf(tenant) == quota)
            return _tenants.Show(tenant);
        var writer = Journal(NodeOperation.Quota);
        writer.Text(tenant);
        WriteQuota(writer, quota);
        _log.Close();
        _tenants.SetQuota(tenant, quota);
        AddAudit(actor, "tenant.quota", tenant, quota is { } most ? $"{most}" : "none");
        return _tenants.Show(tenant);
    }

    private static void WriteQuota(StateWriter writer, int? quota)
    {
        writer.Flag(quota is not null);
        writer.Count(quota ?? 0);
    }

    private void ReadQuota(ref StateReader reader)
    {
        var (tenant, isSet, quota) = (reader.Text(), reader.Flag(), reader.Count());
        _tenants.SetQuota(tenant, isSet ? quota : null);
    }

    private void SaveQuotas(StateWriter writer)
    {
        writer.Count(_tenants.Quotas.Count);
        foreach (var (tenant, quota) in _tenants.Quotas)
        {
            writer.Text(tenant);
            WriteQuota(writer, quota);
        }
    }

    private void LoadQuotas(ref StateReader reader)
    {
        for (var left = reader.CountOf(3); left > 0; left--)
            ReadQuota(ref reader);
    }
}
