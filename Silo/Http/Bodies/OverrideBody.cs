namespace ControlPlane.Silo.Http.Bodies;

/// <summary>What a battery should do in place of what its dispatcher says. One of <c>until</c> and <c>forS</c> is needed.</summary>
/// <param name="SetPointKw">Power, kW: above 0 charges, below 0 discharges, 0 holds. More than the battery can is taken as what it can, and the answer says so.</param>
/// <param name="Until">Until when: after now, at most a week ahead.</param>
/// <param name="ForS">For how long from now, seconds, &gt; 0 and ≤ 604 800.</param>
/// <param name="Reason">Why: 1 to 200 characters.</param>
public sealed record OverrideBody(double SetPointKw, DateTimeOffset? Until, double? ForS, string Reason);
