using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Core.Tests.Policies.Shield;

/// <summary>A policy that does wrong about every third time, and else places at random and takes one GPU.</summary>
internal sealed class RoguePolicy : IPlacementPolicy, IScoredPolicy, IStatusListener
{
    public const double SlowS = 5;

    private static readonly int[] Numbers = [int.MinValue, int.MinValue + 1, -2, 1 << 20, int.MaxValue - 1, int.MaxValue];

    private readonly FleetView _view;
    private readonly RandomStream _random;
    private readonly Mischief _kind;
    private readonly ManualClock _clock;

    public RoguePolicy(Mischief kind, FleetView view, long seed, ManualClock? clock = null)
    {
        (_kind, _view, _clock) = (kind, view, clock ?? new ManualClock());
        _random = new RandomStream(seed, $"rogue/{kind}");
        view.Subscribe(this);
    }

    /// <summary>Times it did wrong in a placement or an allocation, as far as it knows itself.</summary>
    public long Wrongs { get; private set; }

    public double DecisionScore { get; private set; }

    // A head of the queue that is placed anew is a further way to place jobs wrongly.
    public bool ReplacesOnFinish => _kind is Mischief.Everything or Mischief.NoSuchSite;

    public Placement Place(in Job job, FleetView view)
    {
        var site = _random.NextBelow(view.Sites.Length);
        if (!IsWrong(out var how))
            return Feasibility.Check(job, view.Sites[site]) == MaskReason.None ? new Placement(site, default) : Placement.Hold;
        var table = view.Model.Tables[site];
        return how switch
        {
            Mischief.NoSuchSite => new Placement(view.Sites.Length + _random.NextBelow(3), default),
            Mischief.MaskedSite => Masked(job, view),
            Mischief.NegativeGpus => new Placement(site, new Allocation(-1 - _random.NextBelow(9), 0)),
            Mischief.TooManyGpus or Mischief.BusyGpus => new Placement(site, new Allocation(table.MaxGpus + 1, 0)),
            Mischief.NoSuchClock => new Placement(site, new Allocation(1, _random.NextBelow(2) == 0 ? -1 : table.Levels)),
            Mischief.Extremes => new Placement(Number(), new Allocation(Number(), Number())),
            _ => new Placement(site, default),
        };
    }

    public Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        if (!IsWrong(out var how))
            return new Allocation(1, 0);
        var table = _view.Model.Tables[site.Site];
        return how switch
        {
            Mischief.NegativeGpus => new Allocation(-1 - _random.NextBelow(9), 0),
            Mischief.TooManyGpus => new Allocation(table.MaxGpus + 1, 0),
            Mischief.BusyGpus => new Allocation(site.FreeGpus + 1, 0),
            Mischief.NoSuchClock => new Allocation(1, _random.NextBelow(2) == 0 ? -1 : table.Levels),
            Mischief.Extremes => new Allocation(Number(), Number()),
            _ => new Allocation(1, 0),
        };
    }

    public void Completed(in Run run, int site, double nowS) => MayThrow();

    // Time goes by between decisions, so that a bench ends.
    public void StatusChanged(int site)
    {
        _clock.ElapsedS++;
        MayThrow();
    }

    public Explanation Explain(in Job job, FleetView view)
    {
        MayThrow();
        ScoredOption[] options =
        [
            new(Number(), new Allocation(Number(), Number()), double.NaN, MaskReason.None),
            .. Enumerable.Range(0, view.Sites.Length).Select(s => new ScoredOption(s, new Allocation(1, Number()), double.NaN, MaskReason.None)),
        ];
        return new Explanation("Whatever comes.", "nonsense", options, []);
    }

    private bool IsWrong(out Mischief how)
    {
        how = _kind == Mischief.Everything ? (Mischief)_random.NextBelow((int)Mischief.Everything) : _kind;
        DecisionScore = 0;
        if (how != Mischief.ThrowsAlways && _random.NextBelow(3) > 0)
            return false;
        Wrongs++;
        if (how == Mischief.NotANumber)
            DecisionScore = double.NaN;
        if (how == Mischief.Slow)
            _clock.ElapsedS += SlowS;
        return how is Mischief.ThrowsAtTimes or Mischief.ThrowsAlways ? throw new InvalidOperationException("not today") : true;
    }

    private void MayThrow()
    {
        if (_kind is Mischief.ThrowsAlways || (_kind is Mischief.ThrowsAtTimes or Mischief.Everything && _random.NextBelow(3) == 0))
            throw new InvalidOperationException("nor now");
    }

    private Placement Masked(Job job, FleetView view)
    {
        for (var site = 0; site < view.Sites.Length; site++)
        {
            if (Feasibility.Check(job, view.Sites[site]) != MaskReason.None)
                return new Placement(site, default);
        }

        Wrongs--;
        return Placement.Hold;
    }

    private int Number() => Numbers[_random.NextBelow(Numbers.Length)];
}
