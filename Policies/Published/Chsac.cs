using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Published;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Published;

/// <summary>
/// CHSAC-AF as its public code runs it, defects included (spec a.6 and b): it decides and learns while the fleet runs, one update a finished job. A job is decided
/// when it arrives and, if it waits, anew when another finishes at its site. What it chooses differs little from <see cref="MaskedRandom"/>.
/// </summary>
public sealed class Chsac : IPlacementPolicy
{
    private readonly PolicyContext _context;
    private readonly ChsacSenses _senses;
    private readonly PublishedSac<float> _sac;
    private readonly bool _learns;
    private readonly double _targetS;
    private readonly int[] _actions = new int[2];
    private readonly int[] _feasible;

    // A job that is withdrawn leaves its decision here; there is nobody to tell.
    private readonly Dictionary<JobId, ChsacDecision> _decisions = [];
    private readonly Stack<ChsacDecision> _spare = [];

    /// <summary>Draws the networks.</summary>
    /// <param name="context">What the policy is made with; it never draws from the shared stream.</param>
    /// <param name="settings">Its settings.</param>
    public Chsac(PolicyContext context, PolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        _context = context;
        _learns = settings.Text("learn") == "true";
        _targetS = settings.Number("p99-ms") / 1000;
        _senses = new ChsacSenses(context.View, _targetS);
        _feasible = new int[context.Model.SiteCount];
        var learner = new PublishedSettings(_senses.State.Length, _senses.Heads)
        {
            // p99 of service time in milliseconds, and GPUs above the fewest that would do.
            CostLimits = [settings.Number("p99-ms"), 0],
            Seed = (long)(context.Random.NextUniform() * (1L << 53)),
        };
        _sac = new(_learns ? learner : learner with { Capacity = 1 }, ManagedBackend.Create<float>());
    }

    /// <summary>Its settings.</summary>
    public static IReadOnlyList<PolicyParameter> Parameters { get; } =
    [
        new("learn", "true", "Whether it learns while it runs; 'false' leaves the networks as they were drawn.", 1, 0, Words: ["true", "false"]),
        new("p99-ms", "500", "What the 99th percentile of service time should be, as in the paper's runs.", 1, 1e9, Unit: "ms"),
    ];

    /// <inheritdoc/>
    public bool ReplacesOnFinish => true;

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var count = Feasibility.Collect(job, view, needsFreeGpu: false, _feasible);
        if (count == 0)
            return Placement.Hold;
        _senses.Look(job, view.NowS);
        _sac.Decide(_senses.State, _senses.Mask, _actions);
        // Where nobody has a free GPU the published code draws from all sites, and so may hit one that takes no jobs.
        if (!_feasible.AsSpan(0, count).Contains(_actions[0]))
            _actions[0] = _feasible[_context.Random.NextBelow(count)];
        if (_learns)
            Remember(job, view.Sites[_actions[0]]);
        return new Placement(_actions[0], view.Model.Tables[_actions[0]].Efficient(_actions[1] + 1));
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site) =>
        _context.Model.Tables[site.Site].Efficient(Math.Min(item.Wanted.Gpus, site.FreeGpus));

    /// <inheritdoc/>
    public void Completed(in Run run, int site, double nowS)
    {
        var serviceS = nowS - run.StartS;
        _senses.Times.Add(serviceS);
        if (!_decisions.Remove(run.Item.Job.Id, out var decision))
            return;
        _senses.Look(run.Item.Job, nowS);
        var table = _context.Model.Tables[site];
        _sac.Add(new PublishedTransition
        {
            State = decision.State,
            Actions = decision.Actions,
            // As published: of now, not of the decision.
            Mask = _senses.Mask,
            Reward = decision.Reward(table.JoulesPerUnit(run.Allocation)),
            Costs = [(float)((_senses.Times.P99() ?? serviceS) * 1000), GpusOver(run, table)],
            Discount = 0,
            NextState = _senses.State,
        });
        decision.Forget();
        _spare.Push(decision);
        if (_sac.IsWarm)
            _sac.Update();
    }

    /// <inheritdoc/>
    public Explanation Explain(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _senses.Look(job, view.NowS);
        float[] chances = [.. _sac.Probabilities(_senses.State, _senses.Mask, 0)];
        float[] counts = [.. _sac.Probabilities(_senses.State, _senses.Mask, 1)];
        var likeliest = Array.IndexOf(counts, counts.Max()) + 1;
        var options = Scoring.Options(job, view, needsFreeGpu: _senses.IsAnyFree, site => view.Model.Tables[site].Efficient(likeliest), site => 1 - chances[site]);
        const string Rule = "A network draws the site, among those with a free GPU, and independently the GPU count; the clock is the energy-optimal one.";
        return new Explanation(Rule, "1 - chance of the site", options,
        [
            new("chance of each GPU count", string.Join(", ", counts.Select((chance, i) => $"{i + 1}: {chance:p0}"))),
            new("updates", $"{_sac.Updates}"),
            new("temperature", $"{_sac.Temperature:g4}"),
            new("multipliers of p99 and GPUs over", string.Join(", ", _sac.Prices.ToArray().Select(price => $"{price:g3}"))),
        ]);
    }

    private void Remember(in Job job, in SiteStatus site)
    {
        if (!_decisions.TryGetValue(job.Id, out var decision))
            _decisions.Add(job.Id, decision = _spare.TryPop(out var spare) ? spare : new ChsacDecision(_senses.State.Length));
        decision.Keep(_senses.State, _actions, site.FreeGpus);
    }

    // GPUs above the least count that meets the target; where none does, the most allowed counts as such.
    private int GpusOver(in Run run, OperatingTable table)
    {
        var least = 1;
        while (least < table.MaxGpus && run.Item.Job.SizeUnits * table.SecondsPerUnit(run.Allocation with { Gpus = least }) > _targetS)
            least++;
        return Math.Max(0, run.Allocation.Gpus - least);
    }
}
