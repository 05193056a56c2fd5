using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Sac;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Policies.Learned;

/// <summary>Decides with trained networks of CHSAC-AF: draws from the actor, as a constraint on a mean wants it.</summary>
internal sealed class PaperPolicy : IPlacementPolicy, IScoredPolicy
{
    private readonly PolicyContext _context;
    private readonly ModelCard _card;
    private readonly SacPolicy<float> _networks;
    private readonly PaperOptions _options;
    private readonly PaperState _describe;
    private readonly RandomStream _random;
    private readonly float[] _state;
    private readonly double[] _multipliers;

    public PaperPolicy(PolicyContext context, ModelCard card, SacPolicy<float> networks)
    {
        (_context, _card, _networks) = (context, card, networks);
        (_options, _describe) = (new(context, card.Count("levels", 64), card.Is("masked")), new(context.Model));
        // One draw makes the stream of this policy follow from the run's.
        _random = new(BitConverter.DoubleToInt64Bits(context.Random.NextUniform()), "chsac/paper");
        _state = new float[PaperState.Width(context.Model)];
        _multipliers = card.Settings.GetValueOrDefault("multipliers") is { Length: PaperState.Costs } given ? given : new double[PaperState.Costs];
    }

    public double DecisionScore { get; private set; }

    public Placement Place(in Job job, FleetView view)
    {
        if (!_options.Look(job, view))
            return Placement.Hold;
        _options.Load.Arrived(job.SizeUnits, view.NowS);
        var probabilities = Evaluate(job, view);
        var action = _networks.Draw(_random);
        DecisionScore = probabilities[action];
        return _options.Take(action);
    }

    public Allocation Allocate(in WorkItem item, in SiteStatus site) => AsWanted.Allocate(_context.Model, item, site);

    public Explanation Explain(in Job job, FleetView view)
    {
        var options = new List<ScoredOption>();
        if (_options.Look(job, view))
        {
            var probabilities = Evaluate(job, view).ToArray();
            for (var action = 0; action < probabilities.Length; action++)
            {
                if (_options.IsFeasible(action))
                    options.Add(new ScoredOption(action / _options.Counts, _options.Of(action).Wanted, -Math.Log(Math.Max(probabilities[action], 1e-30)), MaskReason.None));
            }

            options.Sort((x, y) => x.Score!.Value.CompareTo(y.Score!.Value));
        }

        foreach (var status in view.Sites)
        {
            var mask = Feasibility.CheckFree(job, status);
            if (mask != MaskReason.None && options.TrueForAll(o => o.Site != status.Site))
                options.Add(new ScoredOption(status.Site, view.Model.Tables[status.Site].Efficient(1), null, mask));
        }

        return new Explanation(
            "Drawn from the actor of a trained discrete SAC, over the feasible sites and GPU counts; the clock is the energy-optimal one.", "minus log probability", options, Notes(options));
    }

    private ReadOnlySpan<float> Evaluate(in Job job, FleetView view)
    {
        _describe.Write(job, view, _options.Free, _options.Load.MeanSizeUnits, _multipliers, _state);
        return _networks.Probabilities(_state, _options.Offered);
    }

    private List<KeyValuePair<string, string>> Notes(List<ScoredOption> options)
    {
        var notes = new List<KeyValuePair<string, string>>
        {
            new("budget it was trained for", _card.Settings.GetValueOrDefault("budget") is [var budgetS] ? $"{budgetS:F0} s" : "unknown"),
            new("multipliers (service time, tail, queue)", string.Join(' ', _multipliers.Select(m => $"{m:F4}"))),
        };
        if (options is [{ Score: not null } best, ..])
        {
            var action = best.Site * _options.Counts + best.Allocation.Gpus - 1;
            var quantiles = _networks.Quantiles(0);
            var width = quantiles.Length / (_context.Model.SiteCount * _options.Counts);
            var own = quantiles.Slice(action * width, width).ToArray();
            Array.Sort(own);
            notes.Add(new("return of the likeliest, quantiles 10 50 90 %", $"{own[own.Length / 10]:F2} {own[own.Length / 2]:F2} {own[own.Length * 9 / 10]:F2}"));
        }

        return notes;
    }
}
