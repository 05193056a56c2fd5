using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>How hard a <see cref="ProtocolWorld"/> is.</summary>
internal sealed record WorldSettings
{
    public static readonly LeaseTerms Terms = LeaseTerms.Default;

    public int Homes { get; init; } = 2;

    public int Sites { get; init; } = 3;

    public int Jobs { get; init; } = 20;

    /// <summary>The most jobs that a home has at a time.</summary>
    public int Capacity { get; init; } = 100;

    /// <summary>Probability that a message, a reply or both get lost.</summary>
    public double Loss { get; init; }

    public double ReplyLoss { get; init; }

    /// <summary>A message is delivered once and up to so many times more.</summary>
    public int Copies { get; init; }

    public double MostDelayS { get; init; } = 0.5;

    /// <summary>The most that a clock is off: two clocks differ by less than twice as much.</summary>
    public double SkewS { get; init; }

    /// <summary>Probability that a node crashes before a commit, and that it crashes after one.</summary>
    public double CommitCrash { get; init; }

    /// <summary>Mean seconds between partitions of a home and a site, between crashes, between faults of sites; infinite = none.</summary>
    public double PartitionEveryS { get; init; } = double.PositiveInfinity;

    public double CrashEveryS { get; init; } = double.PositiveInfinity;

    public double FaultEveryS { get; init; } = double.PositiveInfinity;

    /// <summary>The longest partition and downtime.</summary>
    public double LongestS { get; init; } = 80;

    /// <summary>The largest job.</summary>
    public double MostUnits { get; init; } = 60;

    /// <summary>A site's clock may be so much behind all others: more than the margin, so that a job may run at two sites for a while.</summary>
    public double SiteLagS { get; init; }

    /// <summary>When everything heals.</summary>
    public double HealS { get; init; } = 150;

    /// <summary>Probability that a job has the number of another home's job.</summary>
    public double SameNumber { get; init; }

    /// <summary>A host that must not be: its replies and messages leave before the commit.</summary>
    public bool SendsBeforeCommit { get; init; }

    /// <summary>Anything may happen.</summary>
    public static WorldSettings Stormy(IRandomStream random) => new()
    {
        Homes = 1 + random.NextBelow(3),
        Sites = 1 + random.NextBelow(4),
        Jobs = 8 + random.NextBelow(16),
        Capacity = random.NextBelow(4) == 0 ? 4 : 100,
        Loss = random.NextUniform() * 0.3,
        ReplyLoss = random.NextUniform() * 0.3,
        Copies = random.NextBelow(3),
        MostDelayS = random.NextBelow(3) == 0 ? 45 : 0.1 + random.NextUniform() * 3,
        SkewS = random.NextUniform() * 0.49 * Terms.MarginS,
        CommitCrash = random.NextBelow(2) * 0.01,
        PartitionEveryS = random.NextBelow(4) == 0 ? double.PositiveInfinity : 15 + random.NextUniform() * 60,
        CrashEveryS = random.NextBelow(4) == 0 ? double.PositiveInfinity : 15 + random.NextUniform() * 60,
        FaultEveryS = random.NextBelow(4) == 0 ? double.PositiveInfinity : 10 + random.NextUniform() * 40,
        SameNumber = random.NextBelow(3) == 0 ? 0.1 : 0,
    };

    /// <summary>Leases end all the time: long jobs, long partitions and downtimes, clocks as far apart as they may be.</summary>
    public static WorldSettings Torn(IRandomStream random) => Stormy(random) with
    {
        Sites = 2 + random.NextBelow(3),
        Capacity = 100,
        MostUnits = 400,
        Loss = 0.02,
        ReplyLoss = 0.02,
        MostDelayS = random.NextBelow(2) == 0 ? 0.5 : 45,
        SkewS = 0.495 * Terms.MarginS,
        PartitionEveryS = 3 + random.NextUniform() * 6,
        CrashEveryS = random.NextBelow(2) == 0 ? 8 : 40,
        FaultEveryS = double.PositiveInfinity,
    };

    /// <summary>The same where the clocks of sites are wrong: what is left of the guarantees is that nothing is lost and nothing stays where it should not be.</summary>
    public static WorldSettings SlowClocks(IRandomStream random) => Torn(random) with
    {
        MostUnits = 600,
        MostDelayS = 45,
        SiteLagS = 100,
        HealS = 100,
    };

    /// <summary>R2 and R3 of the bars: every message one to three times and in any order, five of a hundred replies lost, short crashes. No lease may end.</summary>
    public static WorldSettings Calm(IRandomStream random) => Stormy(random) with
    {
        Loss = 0,
        ReplyLoss = 0.05,
        Copies = 2,
        MostDelayS = 0.5,
        PartitionEveryS = double.PositiveInfinity,
        LongestS = 5,
    };
}
