using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>The decisions of one region, ingress or worker, in the order in which they were taken and on one view. Steady state allocates nothing.</summary>
public sealed class LiveStream
{
    private readonly LiveLearner _learner;
    private readonly FleetView _view;
    private readonly PricedFollower[] _followers;

    internal LiveStream(LiveLearner learner, FleetView view, PricedFollower[] followers) => (_learner, _view, _followers) = (learner, view, followers);

    /// <summary>A decision was taken, on what the view of this stream tells.</summary>
    /// <param name="job">The job.</param>
    /// <param name="done">The decision.</param>
    public Followed Follow(in Job job, in Placement done)
    {
        // What it is does not depend on the price of time.
        var followed = Followed.Held;
        foreach (var follower in _followers)
            followed = follower.Follow(job, _view, done);
        _learner.Count(followed);
        return followed;
    }

    /// <summary>Decisions were taken that nobody told of.</summary>
    /// <param name="decisions">How many.</param>
    public void Miss(long decisions)
    {
        if (decisions <= 0)
            return;
        foreach (var follower in _followers)
            follower.Break();
        _learner.CountMissed(decisions);
    }
}
