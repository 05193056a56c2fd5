using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>
/// The built-in solver: branch and bound over <see cref="SimplexSolver"/>. Best bound first with depth-first dives, pseudo-costs, diving heuristics,
/// reduced-cost fixing; no cuts. It is there on every machine and proves small programmes; large ones want a real solver. Deterministic as long as no
/// time limit strikes.
/// </summary>
/// <param name="clock">The clock of time limits.</param>
/// <param name="settings">Its own settings; null for the defaults.</param>
public sealed class BranchAndBound(TimeProvider clock, BranchAndBoundSettings? settings = null) : IMixedIntegerSolver
{
    /// <summary>What it calls itself.</summary>
    internal const string SolverName = "built-in";

    private readonly BranchAndBoundSettings _settings = settings ?? new BranchAndBoundSettings();

    /// <inheritdoc/>
    public string Name => SolverName;

    /// <inheritdoc/>
    public Task<MixedIntegerSolution> SolveAsync(
        MixedIntegerProgram program,
        MixedIntegerOptions options,
        IProgress<MixedIntegerProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _settings.Check();
        return Task.Run(() => Solve(program, options, progress, cancellationToken), CancellationToken.None);
    }

    /// <summary>Solves on the caller's thread.</summary>
    /// <param name="program">The programme; it must not change meanwhile.</param>
    /// <param name="options">When to end.</param>
    /// <param name="progress">Told now and then how far it has come.</param>
    /// <param name="cancellationToken">Ends the solve soon with what has been found.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public MixedIntegerSolution Solve(
        MixedIntegerProgram program,
        MixedIntegerOptions options,
        IProgress<MixedIntegerProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _settings.Check();
        var began = clock.GetTimestamp();
        using var limit = new CancellationTokenSource(options.TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var report = progress is null ? (Action<double, double, long>?)null
            : (incumbent, bound, nodes) => progress.Report(new MixedIntegerProgress(clock.GetElapsedTime(began), incumbent, bound, nodes));
        var solution = new BranchSearch(program, options, _settings.NodeLimit, report, either.Token).Run();
        if (solution.Status == MixedIntegerStatus.Unbounded) solution = Confirm(program, options, either.Token);
        return solution with { Time = clock.GetElapsedTime(began) };
    }

    // The relaxation falls without limit: the programme does too if it has any point at all, which a search without costs finds out.
    private MixedIntegerSolution Confirm(MixedIntegerProgram program, MixedIntegerOptions options, CancellationToken cancellationToken)
    {
        var any = new BranchSearch(ProgramCopy.WithoutCosts(program), options, _settings.NodeLimit, report: null, cancellationToken).Run();
        return any.Status switch
        {
            MixedIntegerStatus.Optimal or MixedIntegerStatus.Feasible =>
                any with { Status = MixedIntegerStatus.Unbounded, Values = null, Objective = double.NaN, Bound = double.NegativeInfinity },
            MixedIntegerStatus.Infeasible => any,
            _ => any with { Bound = double.NegativeInfinity, Message = "The objective of the relaxation falls without limit, and no point was found." },
        };
    }
}
