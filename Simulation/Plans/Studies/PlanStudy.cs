using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Simulation.Plans.Studies;

/// <summary>The joint plan beside plans that leave something out, and under ever smaller carbon budgets (compute-power-milp.md, section 1.6).</summary>
/// <param name="Variants">What was planned, in order.</param>
/// <param name="Runs">A run an instance and variant, instance by instance; fewer where planning was cancelled.</param>
/// <param name="Sweep">A point an instance and budget.</param>
public sealed record PlanStudy(IReadOnlyList<PlanVariant> Variants, IReadOnlyList<PlanRun> Runs, IReadOnlyList<SweepPoint> Sweep)
{
    /// <summary>The instances of which every plan is there.</summary>
    public IReadOnlyList<JointInstance> Instances => [.. Runs.Select(run => run.Instance).Distinct()];

    /// <summary>The runs of a variant that have a plan.</summary>
    /// <param name="variant">The variant.</param>
    public IReadOnlyList<PlanRun> Of(PlanVariant variant) => [.. Runs.Where(run => run.Result.Variant == variant && run.Result.Account is not null)];

    /// <summary>Benefit over that of the joint plan of the same instance; NaN where there is none to compare with.</summary>
    /// <param name="run">A run.</param>
    public double ShareOfJoint(PlanRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return JointUsd(run) is > 0 and var joint && run.Result.Account is { } account ? account.Money.BenefitUsd / joint : double.NaN;
    }

    /// <summary>By how much a run earns less than the joint plan of the same instance, USD; NaN where there is none to compare with.</summary>
    /// <param name="run">A run.</param>
    public double BelowJointUsd(PlanRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return JointUsd(run) - run.Result.Account?.Money.BenefitUsd ?? double.NaN;
    }

    /// <summary>Plans everything, one after the other.</summary>
    /// <param name="planner">What plans.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="variants">What to plan for each.</param>
    /// <param name="shares">Carbon budgets as shares of what the plan without carbon emits; none for no sweep.</param>
    /// <param name="progress">Told what is planned and how far it has come.</param>
    /// <param name="cancellationToken">Ends it with what has been planned.</param>
    public static async Task<PlanStudy> RunAsync(
        JointPlanner planner, IReadOnlyList<JointInstance> instances, IReadOnlyList<PlanVariant> variants, IReadOnlyList<double> shares, Action<string, PlanProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(planner);
        ArgumentNullException.ThrowIfNull(instances);
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(shares);
        var (runs, sweep) = (new List<PlanRun>(), new List<SweepPoint>());
        foreach (var instance in instances)
        {
            foreach (var variant in variants.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
            {
                var name = $"{instance.Name}, {VariantNames.Of(variant)}";
                runs.Add(new PlanRun(instance, await planner.PlanAsync(instance, variant, Tell(name, progress), cancellationToken).ConfigureAwait(false)));
            }

            if (shares.Count > 0 && !cancellationToken.IsCancellationRequested)
                await SweepAsync(planner, instance, shares, sweep, progress, cancellationToken).ConfigureAwait(false);
        }

        return new PlanStudy(variants, runs, sweep);
    }

    private double? JointUsd(PlanRun run) => Runs.FirstOrDefault(r => r.Instance == run.Instance && r.Result.Variant == PlanVariant.Joint)?.Result.Account?.Money.BenefitUsd;

    // Budgets are set from the optimum that knows none: from a guess of the load they would not bind.
    private static async Task SweepAsync(
        JointPlanner planner, JointInstance instance, IReadOnlyList<double> shares, List<SweepPoint> sweep, Action<string, PlanProgress>? progress, CancellationToken cancellationToken)
    {
        var free = instance with { Carbon = new CarbonTerms { SlackUsdPerT = instance.Carbon.SlackUsdPerT } };
        var unbound = await planner.PlanAsync(free, Tell($"{instance.Name}, no carbon budget", progress), cancellationToken).ConfigureAwait(false);
        if (unbound.Account is not { } account)
            return;
        foreach (var share in shares.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
        {
            var budgetT = share * account.EmissionsT;
            var bound = free with { Carbon = free.Carbon with { BudgetT = budgetT } };
            sweep.Add(new SweepPoint(
                instance.Name, share, budgetT, unbound, await planner.PlanAsync(bound, Tell($"{instance.Name}, {100 * share:0} % of the carbon", progress), cancellationToken).ConfigureAwait(false)));
        }
    }

    private static Relay? Tell(string name, Action<string, PlanProgress>? progress) => progress is null ? null : new Relay(p => progress(name, p));

    // Progress<T> would post to a thread pool, out of order.
    private sealed class Relay(Action<PlanProgress> report) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => report(value);
    }
}
