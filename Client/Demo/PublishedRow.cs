namespace ControlPlane.Client.Demo;

/// <summary>What the paper prints for one algorithm, beside the policy that runs here.</summary>
/// <param name="Algorithm">Name in the paper.</param>
/// <param name="Policy">Policy of the catalogue that is held against it.</param>
/// <param name="IsSame">Whether the policy is the same algorithm; if not, it is something simpler that is compared with it.</param>
/// <param name="CompletedJobs">Table II, completed jobs.</param>
/// <param name="JoulesPerUnit">Table II, energy by load, J/unit, two digits.</param>
/// <param name="QueueByDay">Table III, waiting jobs at the end of days 2 to 7.</param>
internal sealed record PublishedRow(
    string Algorithm, string Policy, bool IsSame, long CompletedJobs, double JoulesPerUnit, IReadOnlyList<long> QueueByDay);
