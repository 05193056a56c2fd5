using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Grains.Decisions;

/// <summary>What a coordinator accepts.</summary>
internal static class RegionRules
{
    /// <summary>Refuses a setup that cannot work.</summary>
    /// <param name="setup">The setup.</param>
    /// <param name="catalog">The policies that there are.</param>
    /// <exception cref="ArgumentException">It is wrong; the message says how.</exception>
    public static void Require(RegionSetup setup, IReadOnlyList<PolicyDescriptor> catalog)
    {
        _ = setup.Fleet.ToFleet();
        PolicyCatalog.CheckLive(setup.Policy.ToSpec(), catalog);
        if (!(double.IsFinite(setup.MeanSizeUnits) && setup.MeanSizeUnits > 0))
            throw new ArgumentException($"The mean job size must be a number above 0 units, not {setup.MeanSizeUnits}.", nameof(setup));
        if (!(double.IsFinite(setup.LoadUnitsPerS) && setup.LoadUnitsPerS >= 0))
            throw new ArgumentException($"The load must be a number of at least 0 units/s, not {setup.LoadUnitsPerS}.", nameof(setup));
        RequirePositive(setup.LeaseS, "length of a lease");
        RequirePositive(setup.LeaseMarginS, "margin of a lease");
        RequirePositive(setup.Speed, "speed of the clock");
        if (setup.AgentLeaseS is { } agentLeaseS)
            RequireAgents(setup, agentLeaseS);
    }

    /// <summary>What differs between two setups, in words; null when they are equal.</summary>
    /// <param name="one">A setup.</param>
    /// <param name="other">Another one.</param>
    public static string? Difference(RegionSetup one, RegionSetup other)
    {
        if (!AreEqual(one.Fleet, other.Fleet))
            return "fleet";
        if (!AreEqual(one.Policy, other.Policy))
            return "first policy";
        return one with { Fleet = other.Fleet, Policy = other.Policy } == other ? null : "seed, mean job size, load, lease, speed or kind of sites (with agents or without)";
    }

    /// <summary>Whether two policies are the same with the same settings and model.</summary>
    /// <param name="one">A policy.</param>
    /// <param name="other">Another one.</param>
    public static bool AreEqual(PolicyRecord one, PolicyRecord other) =>
        one.Name == other.Name && one.Model?.Digest == other.Model?.Digest && one.Settings.Length == other.Settings.Length && !one.Settings.Except(other.Settings).Any();

    private static void RequireAgents(RegionSetup setup, double agentLeaseS)
    {
        RequirePositive(agentLeaseS, "lease of agents");
        if (setup.Speed != 1)
            throw new ArgumentException($"A region whose sites have agents goes by the wall clock: its speed must be 1, not {setup.Speed}.", nameof(setup));
        // Within the margin an agent that hears nothing has stopped its jobs, which then run elsewhere.
        if (setup.LeaseMarginS < agentLeaseS)
            throw new ArgumentException($"The margin of a lease must be at least the lease of agents, {agentLeaseS} s, not {setup.LeaseMarginS}.", nameof(setup));
    }

    private static void RequirePositive(double value, string what)
    {
        if (!(double.IsFinite(value) && value > 0))
            throw new ArgumentException($"The {what} must be a number above 0, not {value}.");
    }

    // Records compare their arrays by reference.
    private static bool AreEqual(FleetRecord one, FleetRecord other) =>
        one.Ingresses.SequenceEqual(other.Ingresses)
        && one.Links.SequenceEqual(other.Links)
        && one.Sites.Length == other.Sites.Length
        && one.Sites.Zip(other.Sites).All(pair => AreEqual(pair.First, pair.Second));

    private static bool AreEqual(SiteSpecRecord one, SiteSpecRecord other) =>
        one.Clocks.SequenceEqual(other.Clocks) && one with { Clocks = other.Clocks } == other;
}
