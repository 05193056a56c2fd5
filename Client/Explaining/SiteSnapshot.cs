using ControlPlane.Fleet.Sites;

namespace ControlPlane.Client.Explaining;

/// <summary>What the policy knew of a site when it decided.</summary>
/// <param name="Status">The site's last report.</param>
/// <param name="InTransit">Jobs on their way there.</param>
internal readonly record struct SiteSnapshot(SiteStatus Status, int InTransit);
