using ControlPlane.Fleet.Sites;

namespace ControlPlane.Policies.Threads;

/// <summary>What a copy of a view lacks about a site.</summary>
/// <param name="Status">Its last report.</param>
/// <param name="Sent">Jobs that left for it.</param>
/// <param name="Arrived">Jobs that reached it.</param>
/// <param name="HasReported">Whether the report is another one.</param>
public readonly record struct SiteNews(SiteStatus Status, int Sent, int Arrived, bool HasReported);
