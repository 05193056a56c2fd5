namespace ControlPlane.Fleet.Protocol;

/// <summary>What a home tells a site: delivered once or several times, in any order, it has the effect of once.</summary>
/// <param name="Home">Index of the ingress whose jobs they are.</param>
/// <param name="Epoch">Number of the lease at this site: it grows when a lease ends without having been renewed.</param>
/// <param name="LeaseEndS">When the lease ends as it stands now.</param>
/// <param name="SettledBelow">The home has the answers to all assignments to this site with lesser tokens: the site may forget them.</param>
/// <param name="Assignments">Jobs for the site, by ascending token.</param>
/// <param name="Withdrawals">Jobs to let go of.</param>
public sealed record HomeMessage(
    int Home,
    long Epoch,
    double LeaseEndS,
    long SettledBelow,
    IReadOnlyList<Assignment> Assignments,
    IReadOnlyList<Withdrawal> Withdrawals);
