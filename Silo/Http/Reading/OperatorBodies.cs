using System.Text.Json;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Problems;

namespace ControlPlane.Silo.Http.Reading;

/// <summary>Reads what operators send.</summary>
internal static class OperatorBodies
{
    private const int MostGpus = 10_000_000;
    private const int MostQuota = 1_000_000;
    private const double LongestS = 10.0 * 365 * 86_400;

    /// <summary>Reads a change of a site.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static SiteBody ReadSite(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var change = new SiteBody(fields.Flag("draining"), (int?)fields.Whole("gpuLimit", 0, MostGpus));
        fields.Finish();
        if (findings.IsEmpty && change is { Draining: null, GpuLimit: null })
            findings.Add("body", "body", "a change of nothing", "draining, gpuLimit or both");
        return change;
    }

    /// <summary>Reads a quota. A body without one would take a limit away by a mistake.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static TenantBody ReadTenant(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var tenant = new TenantBody((int?)fields.Whole("quota", 0, MostQuota));
        fields.Finish();
        if (findings.IsEmpty && !fields.Has("quota"))
            findings.Add("body", "quota", given: null, $"a whole number from 0 to {MostQuota}, or null for no limit of its own");
        return tenant;
    }

    /// <summary>Reads a new key.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static KeyBody ReadKey(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var key = new KeyBody(
            fields.Text("name", TextRule.Name, isNeeded: true) ?? "",
            fields.Word<Role>("role") ?? Role.Viewer,
            fields.Text("site", TextRule.Label),
            fields.Text("tenant", TextRule.Name),
            fields.Number("expiresInS", new NumberRange(1, LongestS)));
        fields.Finish();
        if (findings.IsEmpty && KeyScope.Complain(key.Role, key.Site, key.Tenant) is var (field, allowed))
            findings.Add("body", field, field == "site" ? key.Site : key.Tenant, allowed);
        return key;
    }
}
