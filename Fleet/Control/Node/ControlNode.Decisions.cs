using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <content>Decisions as they were taken.</content>
public sealed partial class ControlNode
{
    private readonly DecisionDesk _decisions;

    /// <summary>
    /// Sees the decisions of a journal as it is replayed, each with the view on which it was taken; null for nobody. To see them brings the view up to date with every
    /// decision, which a node that comes back has no need of.
    /// </summary>
    public IDecisionWatcher? ReplayWatcher { get; set; }

    /// <summary>Why a job is where it is: the last placement decision, as it was taken.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">Version of the policy that decided; 0 if nobody has.</param>
    /// <returns>Null when it is unknown.</returns>
    public JobReasons? Why(string id, out int version)
    {
        version = 0;
        if (!_cards.TryFind(id, out var card))
            return null;
        if (card.Decision is null)
            return new JobReasons(Show(card), "", null, null, [], History(id));
        var decision = PlacementDecision.Read(card.Decision, _model);
        version = decision.Version;
        return new JobReasons(
            Show(card),
            Decider(decision),
            At(decision.AtS),
            decision.Replaced,
            Show(decision),
            History(id),
            decision.Omitted.ToDictionary(o => o.Key == MaskReason.None ? "Feasible" : o.Key.ToString(), o => o.Value),
            card.Shadow is { } shadow && shadow.Verdict.AtS == decision.AtS ? ShadowChoiceView.Of(shadow.Version, At(decision.AtS), shadow.Verdict, _model) : null);
    }

    private string Decider(PlacementDecision decision)
    {
        var policy = decision.Version > 0 && decision.Version <= _policies.Count ? $"{_policies[decision.Version - 1].Policy.Name} (version {decision.Version}{(decision.IsCanary ? ", canary" : "")})" : "no policy";
        if (decision.Replaced is not null)
            policy = $"fall-back of the shield for {policy}";
        if (!decision.Chosen.IsHold)
            return policy;
        var isForced = decision.Options.All(o => o.Mask != MaskReason.None) && !decision.Omitted.ContainsKey(MaskReason.None);
        return isForced ? $"{policy}: held, no site may take it" : $"{policy}: held by its decision";
    }

    private OptionView[] Show(PlacementDecision decision)
    {
        var chosen = decision.ChosenOption;
        return [.. decision.Options.Select((o, i) => Show(o, i == chosen, i == chosen ? decision.Chosen.Wanted : o.Allocation))];
    }

    private OptionView Show(in RankedOption option, bool isChosen, in Allocation allocation)
    {
        var site = _model.Sites[option.Site];
        return new OptionView(
            site.Name,
            isChosen,
            option.Mask == MaskReason.None ? null : option.Mask.ToString(),
            double.IsNaN(option.Score) ? null : option.Score,
            allocation.Gpus > 0 && allocation.ClockLevel < site.Clocks.Count ? $"{allocation.Gpus} GPUs at clock {site.Clocks[allocation.ClockLevel]}" : "");
    }

    // Asks whoever decides about the job now.
    private Placement Decide(in Job job, JobSubmission submission, in NodeRules rules)
    {
        var isCanary = rules.Canary is not null && Life.IsCanaryJob(submission.Id);
        return _decisions.Decide(job, submission, rules.PlacementFor(isCanary), View, isCanary ? Life.Canary!.Value : Life.Active, isCanary);
    }

    private bool IsCanary(JobId job, in NodeRules rules) => rules.Canary is not null && _cards.TryFind(job, out var card) && Life.IsCanaryJob(card.Submission.Id);

    // A job that stays held for the same reasons has no new decision, however often it is asked for.
    private void NoteDecision(JobCard card, in Job job, in Placement placement, in NodeRules rules)
    {
        var decision = _decisions.Bytes;
        if (placement.IsHold && card.Decision is { } before && PlacementDecision.AreSame(before, decision))
            return;
        var writer = Journal(NodeOperation.Decision);
        writer.Number(card.Number.Value);
        writer.Bytes(decision);
        _log.Close();
        Decided(card, decision.ToArray(), _decisions.Replaced is not null);
        rules.Watcher?.Decided(job, SubmissionRules.Preferred(card.Submission, _model), View, placement, _decisions.Options);
        if (_decisions.Replaced is not { } reason)
            return;
        Note(NodeEvents.Shielded, card, placement.Site, reason);
        CheckCanary(reason);
    }

    private void ReplayDecision(ref StateReader reader)
    {
        var card = Known(ref reader);
        var bytes = reader.Bytes().ToArray();
        var decision = PlacementDecision.Read(bytes, _model);
        if (ReplayWatcher is not null)
            Show(card, decision, ReplayWatcher);
        Decided(card, bytes, decision.Replaced is not null);
    }

    // Sites were told of nothing since the decision was taken: an operation that decides notes it first.
    private void Show(JobCard card, PlacementDecision decision, IDecisionWatcher watcher)
    {
        View.SetTime(decision.AtS);
        foreach (var desk in _desks)
            View.Report(desk.Status);
        var job = JobOf(card.Submission, card.Number, card.Home, card.SubmittedS);
        watcher.Decided(job, SubmissionRules.Preferred(card.Submission, _model), View, decision.Chosen, decision.Options as RankedOption[] ?? [.. decision.Options]);
    }

    private void Decided(JobCard card, byte[] decision, bool isReplaced)
    {
        card.Decision = decision;
        if (DeciderOf(card) is not { } version)
            return;
        version.Decisions++;
        if (version.Number == Life.Canary && !isReplaced)
            _canaryFailures = 0;
    }

    private void Count(byte kind, JobCard card)
    {
        if (kind != NodeEvents.Shielded || DeciderOf(card) is not { } version)
            return;
        version.Replaced++;
        if (version.Number == Life.Canary)
            _canaryFailures++;
    }

    private PolicyVersion? DeciderOf(JobCard card) => Life.VersionFor(card.Submission.Id) is > 0 and var version ? _policies[version - 1] : null;
}
