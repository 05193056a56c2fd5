using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Planning.Joint.Solving;

/// <summary>
/// Plans work and energy together. It begins with the greedy plan, which needs no solver; a solver of whole numbers improves on it and proves a bound. Whatever a solver returns is
/// replayed before it is believed, and the best plan that keeps every rule is the one that comes out.
/// </summary>
/// <param name="solver">The solver; null for none, which leaves the greedy plan and the bound of the linear relaxation.</param>
/// <param name="options">How long and how finely; null for the defaults.</param>
public sealed class JointPlanner(IMixedIntegerSolver? solver, JointPlannerOptions? options = null)
{
    private readonly JointPlannerOptions _options = options ?? new JointPlannerOptions();

    /// <summary>Makes a joint plan.</summary>
    /// <param name="instance">What it is for.</param>
    /// <param name="progress">Told now and then how far it has come.</param>
    /// <param name="cancellationToken">Ends planning soon with the best plan so far.</param>
    /// <exception cref="ArgumentException">The instance is not allowed.</exception>
    public Task<JointResult> PlanAsync(JointInstance instance, IProgress<PlanProgress>? progress = null, CancellationToken cancellationToken = default) =>
        PlanAsync(instance, new JointSettings(), progress, cancellationToken);

    /// <summary>Makes a joint plan of which a part is given.</summary>
    /// <param name="instance">What it is for.</param>
    /// <param name="settings">What is given.</param>
    /// <param name="progress">Told now and then how far it has come.</param>
    /// <param name="cancellationToken">Ends planning soon with the best plan so far.</param>
    public async Task<JointResult> PlanAsync(
        JointInstance instance, JointSettings settings, IProgress<PlanProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(settings);
        instance.Check();
        var greedy = settings.Choices is null && settings.Routes is null ? Replayed.Of(instance, GreedyPlanner.Plan(instance, cancellationToken)) : null;
        progress?.Report(new PlanProgress("greedy plan", TimeSpan.Zero, greedy?.BenefitUsd ?? double.NaN, double.PositiveInfinity));
        if (solver is null || _options.Method == JointMethod.Greedy)
            return WithoutSolver(instance, settings, greedy ?? Given(instance, settings, cancellationToken), cancellationToken);
        var log = new SolveLog(solver, _options, greedy?.Account.Money.EnergyBillUsd ?? 0, progress, cancellationToken);
        var isFine = instance.SlotHours < 1 && instance.Slots > 48;
        var hoursFirst = settings.Choices is null && (_options.Method == JointMethod.HoursFirst || (_options.Method == JointMethod.Automatic && isFine));
        return hoursFirst && HourlyInstance.TryMake(instance) is { } hourly
            ? await HoursFirstAsync(instance, hourly, greedy, log, cancellationToken).ConfigureAwait(false)
            : await WholeAsync(instance, settings, greedy, log, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JointResult> WholeAsync(JointInstance instance, JointSettings settings, Replayed? greedy, SolveLog log, CancellationToken cancellationToken)
    {
        var (best, last, model) = await ExclusiveSolve.RunAsync("joint plan", instance, settings, log, 1, greedy, cancellationToken).ConfigureAwait(false);
        return Finish(instance, settings, best, last.Status == MixedIntegerStatus.Infeasible ? double.NegativeInfinity : model.BenefitUsd(last.Bound), log, last, model);
    }

    private async Task<JointResult> HoursFirstAsync(JointInstance instance, HourlyInstance hourly, Replayed? greedy, SolveLog log, CancellationToken cancellationToken)
    {
        var (coarse, _, _) = await ExclusiveSolve.RunAsync("plan by the hour", hourly.Instance, new JointSettings(), log, 0.4, null, cancellationToken).ConfigureAwait(false);
        var starts = coarse is null ? greedy?.Plan.Starts : hourly.Refine(coarse.Plan.Starts);
        var best = greedy;
        if (starts is not null)
        {
            var given = new JointSettings { Choices = [.. starts.Select(JobChoices.Only)] };
            best = Replayed.Better(best, (await ExclusiveSolve.RunAsync("energy and routes", instance, given, log, 0.4, null, cancellationToken).ConfigureAwait(false)).Best);
        }

        for (var round = 1; round <= _options.PolishRounds && best is not null && !log.IsOver; round++)
        {
            var near = new JointSettings { Choices = [.. instance.Jobs.Select((job, j) => hourly.Near(job, best.Plan.Starts[j]))] };
            var before = best.BenefitUsd;
            best = (await ExclusiveSolve.RunAsync($"polish {round}", instance, near, log, round == _options.PolishRounds ? 0.7 : 0.5, best, cancellationToken).ConfigureAwait(false)).Best!;
            if (best.BenefitUsd <= before + 1e-9 * Math.Abs(before))
                break;
        }

        if (log.IsOver || !_options.WantsBound)
            return Finish(instance, new JointSettings(), best, double.PositiveInfinity, log, null, null);
        var relaxed = new JointModel(instance, new JointSettings { IsRelaxed = true });
        var bound = await log.SolveAsync("bound of the linear relaxation", relaxed, 1, null).ConfigureAwait(false);
        return Finish(instance, new JointSettings(), best, relaxed.BenefitUsd(bound.Bound), log, null, null);
    }

    // Work that is given leaves only its energy, which needs no whole numbers but those of units, and units rest.
    private static Replayed? Given(JointInstance instance, JointSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Routes is null || settings.Choices is null || settings.Choices.Any(choices => choices.Starts.Count > 1))
            return null;
        JobStart?[] starts = [.. settings.Choices.Select(choices => choices.Starts.Count == 1 ? choices.Starts[0] : (JobStart?)null)];
        return Replayed.Of(instance, EnergyPlanner.TryComplete(instance, starts, settings.Routes, cancellationToken: cancellationToken));
    }

    private JointResult WithoutSolver(JointInstance instance, JointSettings settings, Replayed? greedy, CancellationToken cancellationToken)
    {
        var relaxation = _options.WantsBound || greedy is null ? Relaxation.Solve(instance, settings, cancellationToken) : (BoundUsd: double.PositiveInfinity, Conflicts: []);
        var missing = solver is null ? "No solver of whole numbers: " : "";
        return new JointResult
        {
            Variant = PlanVariant.Joint,
            Plan = greedy?.Plan,
            Account = greedy?.Account,
            BoundUsd = relaxation.BoundUsd,
            Solver = "built-in greedy plan",
            Prices = _options.WantsPrices && greedy is not null ? FixedWork.TryPrice(instance, settings, greedy)?.Prices : null,
            Message = greedy is null
                ? $"{missing}the greedy plan cannot keep all rules; whether another one could is not known."
                : $"{missing}the plan is the greedy one, its bound {(double.IsFinite(relaxation.BoundUsd) ? "that of the linear relaxation" : "unknown")}.",
            Conflicts = greedy is null ? relaxation.Conflicts : [],
        };
    }

    private JointResult Finish(JointInstance instance, JointSettings settings, Replayed? best, double boundUsd, SolveLog log, MixedIntegerSolution? last, JointModel? model)
    {
        var priced = _options.WantsPrices && best is not null ? FixedWork.TryPrice(instance, settings, best) : null;
        // The same work with its energy solved once more, to the last digit: never worse but for rounding.
        if (priced is not null && priced.Replayed.BenefitUsd >= best!.BenefitUsd)
            best = priced.Replayed;
        var isInfeasible = best is null && last?.Status == MixedIntegerStatus.Infeasible;
        return new JointResult
        {
            Variant = PlanVariant.Joint,
            Plan = best?.Plan,
            Account = best?.Account,
            BoundUsd = boundUsd,
            Solver = log.Solver,
            Time = log.Time,
            Prices = priced?.Prices,
            Stages = log.Stages,
            Message = best is not null ? last?.Message : isInfeasible ? "No plan keeps all rules." : last?.Message ?? "No plan was found in time.",
            Conflicts = isInfeasible ? Relaxation.Conflicts(model!, log.CancellationToken) : [],
        };
    }
}
