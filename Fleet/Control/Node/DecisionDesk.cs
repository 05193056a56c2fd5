using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>
/// Asks the rule where jobs go and writes down what it chose among what: the best options with their scores, the chosen one, some of the masked ones, and how many more
/// sites there were. Written into one buffer, so that a decision costs its bytes and nothing else.
/// </summary>
/// <param name="model">The fleet.</param>
internal sealed class DecisionDesk(FleetModel model)
{
    private const int MostOptions = 8;
    private static readonly int Reasons = Enum.GetValues<MaskReason>().Length;
    private readonly RankedOption[] _options = new RankedOption[MostOptions + 1];
    private readonly int[] _omitted = new int[Reasons];
    private readonly StateWriter _writer = new();
    private readonly long[] _named = new long[model.SiteCount];
    private int _count;
    private long _turn;

    /// <summary>The last decision, as <see cref="PlacementDecision"/> reads it. Valid until the next.</summary>
    public ReadOnlySpan<byte> Bytes => _writer.Written.Span;

    /// <summary>Why the last decision is not the policy's; null if it is.</summary>
    public string? Replaced { get; private set; }

    /// <summary>The options of the last decision. Valid until the next.</summary>
    public ReadOnlySpan<RankedOption> Options => _options.AsSpan(0, _count);

    /// <summary>Decides. Preferred sites first; others while none of these may take the job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="submission">What was asked for.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="view">What is known.</param>
    /// <param name="version">Version of the policy behind the rule.</param>
    /// <param name="isCanary">Whether that is a canary.</param>
    public Placement Decide(in Job job, JobSubmission submission, IPlacementRule rule, FleetView view, int version, bool isCanary = false)
    {
        var placement = Placement.Hold;
        if (SubmissionRules.Preferred(submission, model) is { } preferred)
            placement = Ask(job with { Constraint = preferred }, rule, view);
        if (placement.IsHold)
            placement = Ask(job, rule, view);
        AddChosen(placement);
        AddOthers(job, view);
        PlacementDecision.Write(_writer, view.NowS, version, isCanary, placement, Replaced, _options.AsSpan(0, _count), _omitted);
        return placement;
    }

    private Placement Ask(in Job job, IPlacementRule rule, FleetView view)
    {
        var explained = rule as IExplainedRule;
        // Before it decides: deciding may change what it knows, such as whose turn it is.
        _count = explained is null ? 0 : Math.Min(explained.Rank(job, view, _options.AsSpan(0, MostOptions)), MostOptions);
        KeepSound(job, view);
        var placement = rule.Place(job, view);
        Replaced = explained?.Replaced;
        return placement;
    }

    // A rule may say anything of its options.
    private void KeepSound(in Job job, FleetView view)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var option = _options[i];
            if ((uint)option.Site >= (uint)model.SiteCount || Feasibility.Check(job, view.Sites[option.Site]) != MaskReason.None)
                continue;
            var exists = option.Allocation.Gpus >= 0 && (uint)option.Allocation.ClockLevel < (uint)model.Tables[option.Site].Levels;
            _options[kept++] = option with { Mask = MaskReason.None, Allocation = exists ? option.Allocation : default };
        }

        _count = kept;
    }

    private void AddChosen(in Placement placement)
    {
        _turn++;
        for (var i = 0; i < _count; i++)
            _named[_options[i].Site] = _turn;
        if (placement.IsHold || IsNamed(placement.Site))
            return;
        _named[placement.Site] = _turn;
        _options[_count++] = new RankedOption(placement.Site, MaskReason.None, double.NaN, placement.Wanted);
    }

    private void AddOthers(in Job job, FleetView view)
    {
        Array.Clear(_omitted);
        foreach (ref readonly var status in view.Sites)
        {
            if (IsNamed(status.Site))
                continue;
            var mask = Feasibility.Check(job, status);
            if (_count < MostOptions)
                _options[_count++] = new RankedOption(status.Site, mask, double.NaN, default);
            else
                _omitted[(int)mask]++;
        }
    }

    private bool IsNamed(int site) => _named[site] == _turn;
}
