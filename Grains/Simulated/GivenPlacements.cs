using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Grains.Simulated;

/// <summary>
/// The rule at an ingress whose answers the policy grain gives: an operation runs with the answers known so far, and a job without one stays where it is.
/// The first such job is the open question; with its answer the operation runs again, until no question is open.
/// </summary>
internal sealed class GivenPlacements : IPlacementRule
{
    private readonly Dictionary<JobId, Placement> _answers = [];
    private Job? _question;

    /// <summary>Takes an answer.</summary>
    public void Answer(in Job job, in Placement placement) => _answers[job.Id] = placement;

    /// <summary>The open question, if there is one; it is then no longer open.</summary>
    public bool TryTakeQuestion(out Job job)
    {
        job = _question.GetValueOrDefault();
        var open = _question is not null;
        _question = null;
        return open;
    }

    public Placement Place(in Job job, FleetView view)
    {
        if (_answers.TryGetValue(job.Id, out var placement))
            return placement;
        _question ??= job;
        return Placement.Hold;
    }
}
