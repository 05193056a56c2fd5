using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;
using ControlPlane.Policies.Threads;

namespace ControlPlane.Grains.Decisions;

/// <content>The version that decides beside the published one without effect, on a thread of its own.</content>
public sealed partial class PublishedPolicy
{
    // As many as a node keeps with a decision.
    private const int MostOptions = 8;
    private readonly RankedOption[] _options = new RankedOption[MostOptions];
    private (ShadowLimits Limits, TimeProvider Time)? _shadows;
    private WorkerShadow? _shadow;
    private int _ranked;

    /// <summary>Asks the shadows of its publications from now on. Nothing waits for them, and nothing of them takes effect.</summary>
    /// <param name="limits">How much it puts up with.</param>
    /// <param name="time">Measures them.</param>
    public void AskShadows(ShadowLimits limits, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _shadows = (limits with { CountsSent = true }, time);
        FollowShadow(_published);
    }

    /// <summary>Counts what the shadow said meanwhile, and gives it up where it stalls.</summary>
    public void LookAtShadow() => _shadow?.Look();

    /// <summary>What the shadow said that nobody was told of; null for nothing. The same until it was told.</summary>
    public ShadowReportRecord? UntoldOfShadow() => _shadow?.Untold();

    /// <summary>The coordinator was told what the shadow said.</summary>
    /// <param name="told">What it was told; of another shadow it changes nothing.</param>
    public void Told(ShadowReportRecord told)
    {
        if (ReferenceEquals(_shadow?.Untold(), told))
            _shadow.Told();
    }

    /// <summary>Ends the shadow.</summary>
    public void EndShadow()
    {
        _shadow?.End();
        _shadow = null;
    }

    // The scores before it decides: deciding may change what it knows, such as whose turn it is.
    private Placement Ask(ShieldedPolicy policy, in Job job)
    {
        _ranked = _shadow is { IsListening: true } ? Math.Clamp(policy.Rank(job, _view, _options), 0, MostOptions) : 0;
        return policy.Place(job, _view);
    }

    private void FollowShadow(PublicationRecord published)
    {
        if (_shadows is not { } shadows)
            return;
        if (_shadow?.Is(published.Shadow) == true)
        {
            _shadow.Move(_view);
            return;
        }

        EndShadow();
        if (published.Shadow is not { } shadow)
            return;
        var runner = new ShadowRunner(shadow.Version, _view, view => MakeShadow(shadow, published, view), published.MeanSizeUnits, shadows.Limits, shadows.Time);
        _shadow = new WorkerShadow(shadow, runner, _holder);
    }

    // On the shadow's thread: a model is loaded there, and one that cannot be made fails there.
    private ShieldedPolicy MakeShadow(ShadowRecord shadow, PublicationRecord published, FleetView view)
    {
        var context = Context(published, view, new RandomStream(published.Seed, $"shadow/{_holder}/{shadow.Began}"));
        var policy = PolicyCatalog.Create(shadow.Policy.ToSpec(), context, _catalog);
        return ShieldedPolicy.Around(policy, _fallback, context, new RandomStream(published.Seed, $"shadow-fallback/{_holder}/{shadow.Began}"));
    }
}
