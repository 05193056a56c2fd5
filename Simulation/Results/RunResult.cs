using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Ledger;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Simulation.Results;

/// <summary>Everything one run of one policy and seed leaves behind.</summary>
public sealed record RunResult
{
    /// <summary>Scenario name.</summary>
    public required string Scenario { get; init; }

    /// <summary>Policy with its settings, as <c>PolicySpec.Label</c> gives it.</summary>
    public required string Policy { get; init; }

    /// <summary>Seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Simulated seconds; less than the horizon when the run was cancelled.</summary>
    public required double EndS { get; init; }

    /// <summary>True when the run was cancelled before its horizon; all figures are then those up to <see cref="EndS"/>.</summary>
    public required bool Partial { get; init; }

    /// <summary>The job account at the end.</summary>
    public required JobCounts Jobs { get; init; }

    /// <summary>The sites.</summary>
    public required IReadOnlyList<SiteResult> Sites { get; init; }

    /// <summary>Energy of the fleet, J, sleeping GPUs included.</summary>
    public required double EnergyJ { get; init; }

    /// <summary>True units: work done by the end and not lost, parts of running jobs included.</summary>
    public required double UsefulUnits { get; init; }

    /// <summary>Energy and units as the published simulator accounts for them (spec a.7); their quotient is Table II's column.</summary>
    public required PublishedAccount Published { get; init; }

    /// <summary>Mean size S̄ of the jobs submitted, units.</summary>
    public required double MeanSizeUnits { get; init; }

    /// <summary>Seconds per unit averaged over the work done; times S̄ it is the mean service time that the frontier bounds.</summary>
    public required double WorkWeightedSecondsPerUnit { get; init; }

    /// <summary>Service time of completed jobs: time on GPUs.</summary>
    public required Distribution ServiceS { get; init; }

    /// <summary>Waiting time of completed jobs, at ingresses and sites.</summary>
    public required Distribution WaitS { get; init; }

    /// <summary>Transfer time of completed jobs.</summary>
    public required Distribution WanS { get; init; }

    /// <summary>From submission to completion.</summary>
    public required Distribution TotalS { get; init; }

    /// <summary>Completed jobs by ingress and site: ingress i and site d at i·sites + d.</summary>
    public required IReadOnlyList<long> Routes { get; init; }

    /// <summary>Starts by GPU count: index n - 1.</summary>
    public required IReadOnlyList<long> StartsByGpus { get; init; }

    /// <summary>Starts by normalised clock, ascending.</summary>
    public required IReadOnlyList<(double Clock, long Starts)> StartsByClock { get; init; }

    /// <summary>Jobs waiting anywhere at the end of each full day.</summary>
    public required IReadOnlyList<long> QueueByDay { get; init; }

    /// <summary>Interruptions of running jobs.</summary>
    public required long Interruptions { get; init; }

    /// <summary>What the shield did: decisions of the policy that did not take effect, and failures that it caught.</summary>
    public ShieldCounts Shield { get; init; } = ShieldCounts.None;

    /// <summary>What a shadow would have done about each decision; null without one.</summary>
    public ShadowResult? Shadow { get; init; }

    /// <summary>Samples over time.</summary>
    public required TimeSeries Series { get; init; }

    /// <summary>Events of the event loop.</summary>
    public required long LoopEvents { get; init; }

    /// <summary>SHA-256 of the event log.</summary>
    public required string EventLogHash { get; init; }

    /// <summary>Where the frontier lies for this run's load; null when it was not asked for.</summary>
    public FrontierReference? Frontier { get; init; }

    /// <summary>What the energy of all sites came to; null where some site has no energy side: a part must not pass for the whole.</summary>
    public EnergySlot? Account
    {
        get
        {
            var total = default(EnergySlot);
            foreach (var site in Sites)
            {
                if (site.Account is not { } account)
                    return null;
                total += account.Total;
            }

            return total;
        }
    }

    /// <summary>What the power cap did; null without one.</summary>
    public PowerCapResult? PowerCap { get; init; }

    /// <summary>Joules per true unit: the measure that the frontier bounds.</summary>
    public double JoulesPerUnit => EnergyJ / UsefulUnits;

    /// <summary>Joules per unit as published.</summary>
    public double PublishedJoulesPerUnit => Published.EnergyJ / Published.Units;

    /// <summary>S̄ times the work-weighted seconds per unit: the mean service time of the work done, seconds.</summary>
    public double WorkServiceS => MeanSizeUnits * WorkWeightedSecondsPerUnit;

    /// <summary>Mean power of the fleet, W.</summary>
    public double MeanPowerW => EnergyJ / EndS;

    /// <summary>Work done per second, units/s: the load at which the frontier is taken.</summary>
    public double ServedUnitsPerS => UsefulUnits / EndS;
}
