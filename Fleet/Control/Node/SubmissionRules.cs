using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>What a submission may say, and what it means for a fleet.</summary>
public static class SubmissionRules
{
    private const int LongestName = 64;
    private const int MostQuota = 1_000_000;

    /// <summary>Says what is wrong with a submission.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="model">The fleet.</param>
    /// <returns>Names the field, what was given and what is allowed; null when nothing is wrong.</returns>
    public static string? Complain(JobSubmission submission, FleetModel model)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(model);
        if (!IsName(submission.Id))
            return $"id must be 1 to {LongestName} letters, digits, dots, hyphens and underscores, not '{submission.Id}'";
        if (submission.Tenant is { } tenant && ComplainOfTenant(tenant) is { } complaint)
            return complaint;
        if (!(submission.SizeUnits is > 0 and <= JobHome.MostUnits))
            return $"sizeUnits must be a number above 0, at most {JobHome.MostUnits}, not {submission.SizeUnits}";
        if (submission.Priority is < 0 or > Job.MostPriority)
            return $"priority must be 0 to {Job.MostPriority}, not {submission.Priority}";
        if (submission.Ingress is { } ingress && !model.Ingresses.Contains(ingress))
            return $"ingress must be one of {string.Join(", ", model.Ingresses)}, not '{ingress}'";
        return ComplainOfSites(submission, model);
    }

    /// <summary>Says what is wrong with the name of a tenant.</summary>
    /// <param name="tenant">The name.</param>
    /// <returns>Null when nothing is.</returns>
    public static string? ComplainOfTenant(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return IsName(tenant) ? null : $"tenant must be 1 to {LongestName} letters, digits, dots, hyphens and underscores, not '{tenant}'";
    }

    /// <summary>Says what is wrong with a quota.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="quota">The most live jobs; null for no limit of its own.</param>
    /// <returns>Null when nothing is.</returns>
    public static string? ComplainOfQuota(string tenant, int? quota) =>
        quota is < 0 or > MostQuota ? $"quota of tenant '{tenant}' must be 0 to {MostQuota} or null, not {quota}" : null;

    /// <summary>Whether two submissions ask for the same.</summary>
    /// <param name="one">A submission.</param>
    /// <param name="other">Another one.</param>
    public static bool AreEqual(JobSubmission one, JobSubmission other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one with { AllowedSites = null, ForbiddenSites = other.ForbiddenSites, PreferredSites = other.PreferredSites }
                == other with { AllowedSites = null }
            && SameSites(one.AllowedSites, other.AllowedSites)
            && SameSites(one.ForbiddenSites, other.ForbiddenSites)
            && SameSites(one.PreferredSites, other.PreferredSites);
    }

    /// <summary>The sites where a job may run; null for all.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="model">The fleet.</param>
    public static SiteSet? Constraint(JobSubmission submission, FleetModel model)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(model);
        if (submission.AllowedSites is null && submission.ForbiddenSites.Count == 0)
            return null;
        return new SiteSet(model.SiteCount, Sites(model).Where(s => MayRun(submission, s.Name)).Select(s => s.Index));
    }

    /// <summary>The sites that are tried first; null when none are named.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="model">The fleet.</param>
    public static SiteSet? Preferred(JobSubmission submission, FleetModel model)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(model);
        if (submission.PreferredSites.Count == 0)
            return null;
        return new SiteSet(model.SiteCount, Sites(model).Where(s => MayRun(submission, s.Name) && submission.PreferredSites.Contains(s.Name)).Select(s => s.Index));
    }

    private static string? ComplainOfSites(JobSubmission submission, FleetModel model)
    {
        foreach (var (field, sites) in new[] { ("allowedSites", submission.AllowedSites ?? []), ("forbiddenSites", submission.ForbiddenSites), ("preferredSites", submission.PreferredSites) })
        {
            if (sites.FirstOrDefault(s => model.Sites.All(m => m.Name != s)) is { } unknown)
                return $"{field} must name sites of the fleet ({string.Join(", ", model.Sites.Take(20).Select(s => s.Name))}), not '{unknown}'";
        }

        return Sites(model).Any(s => MayRun(submission, s.Name)) ? null : "allowedSites and forbiddenSites leave no site";
    }

    private static IEnumerable<(int Index, string Name)> Sites(FleetModel model) => model.Sites.Select((s, i) => (i, s.Name));

    private static bool MayRun(JobSubmission submission, string site) =>
        submission.AllowedSites?.Contains(site) != false && !submission.ForbiddenSites.Contains(site);

    private static bool SameSites(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null ? other is null : other is not null && one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal));

    internal static bool IsName(string text) =>
        text.Length is >= 1 and <= LongestName && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
