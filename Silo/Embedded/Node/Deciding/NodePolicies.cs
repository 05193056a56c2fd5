using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;
using ControlPlane.Policies.Threads;
using ControlPlane.Silo.Embedded.Node.Training;

namespace ControlPlane.Silo.Embedded.Node.Deciding;

/// <summary>
/// The policies of a node as its life says: the one that decides, the canary, the shadow. Each is made anew when another version has its place, or when the node's state was
/// loaded again. Rules of the product decide on the node's loop; policies with a model and canaries on threads of their own, so that none can hold the node up. Used on the
/// node's loop only.
/// </summary>
/// <param name="load">What is known of the load beforehand.</param>
/// <param name="settings">How they decide.</param>
/// <param name="time">The clock.</param>
/// <param name="trainer">Learns from what they decide; null for nobody.</param>
internal sealed class NodePolicies(KnownLoad load, DecisionSettings settings, TimeProvider time, NodeTrainer? trainer = null) : IRunWatcher, IDisposable
{
    private ControlNode? _node;
    private long _publication = -1;
    private NodeRules _rules;
    private (int Version, ShieldedPolicy Policy, ThreadedPolicy? Threaded)? _live;
    private (int Version, ShieldedPolicy Policy, ThreadedPolicy Threaded)? _canary;
    private ShadowRunner? _shadow;

    /// <summary>What decides for a node now.</summary>
    public NodeRules For(ControlNode node)
    {
        if (!ReferenceEquals(_node, node))
            Forget(node);
        if (_publication == node.Life.Publication)
            return _rules;
        if (_live?.Version != node.Life.Active || _canary?.Version != node.Life.Canary)
            MakeDeciders(node);
        FollowShadow(node);
        _publication = node.Life.Publication;
        return _rules = new NodeRules(_live!.Value.Policy, _live.Value.Policy)
        {
            Canary = _canary is { } canary ? (canary.Policy, canary.Policy) : null,
            Watcher = BothWatchers.Of(_shadow, trainer),
            Runs = this,
        };
    }

    /// <summary>How the options of a job score now.</summary>
    public Explanation Explain(ControlNode node, in Job job)
    {
        For(node);
        return _live!.Value.Policy.Explain(job, node.View);
    }

    /// <inheritdoc/>
    public void Completed(in FinishedRun run, int site)
    {
        if (_node is not { } node || !run.IsTelling(node.View.Model.Tables[site]))
            return;
        var told = run.ToRun();
        _live?.Policy.Completed(told, site, run.EndS);
        _canary?.Policy.Completed(told, site, run.EndS);
        _shadow?.Completed(told, site, run.EndS, node.View.NowS);
    }

    /// <summary>Tells the node what the shadow would have done.</summary>
    /// <param name="node">The node.</param>
    public void Look(ControlNode node)
    {
        For(node);
        if (_shadow is { } shadow && shadow.TryFetch(out var verdicts, out var dropped))
            node.NoteShadow(shadow.Version, verdicts, dropped);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _live?.Threaded?.Dispose();
        _canary?.Threaded.Dispose();
        _shadow?.Dispose();
    }

    private void Forget(ControlNode node)
    {
        Dispose();
        node.View.Unsubscribe();
        trainer?.Follow(node.View);
        (_node, _publication, _live, _canary, _shadow) = (node, -1, null, null, null);
    }

    // Both at once: policies and their fall-backs listen to the view, which forgets its listeners only together.
    private void MakeDeciders(ControlNode node)
    {
        _live?.Threaded?.Dispose();
        _canary?.Threaded.Dispose();
        node.View.Unsubscribe();
        _shadow?.Mirror.Subscribe();
        trainer?.Subscribe();
        _canary = node.Life.Canary is { } version ? MakeCanary(node, version) : null;
        _live = MakeLive(node, node.Life.Active);
    }

    private (int Version, ShieldedPolicy Policy, ThreadedPolicy? Threaded) MakeLive(ControlNode node, int version)
    {
        var spec = Spec(node, version);
        var threaded = spec.Model is null ? null : Thread(node, version, spec);
        return (version, Shield(node.View, version, threaded ?? Make(node.View, version, spec)), threaded);
    }

    private (int Version, ShieldedPolicy Policy, ThreadedPolicy Threaded) MakeCanary(ControlNode node, int version)
    {
        var threaded = Thread(node, version, Spec(node, version));
        return (version, Shield(node.View, version, threaded), threaded);
    }

    private void FollowShadow(ControlNode node)
    {
        if (_shadow?.Version == node.Life.Shadow)
            return;
        _shadow?.Dispose();
        _shadow = null;
        if (node.Life.Shadow is not { } version)
            return;
        var spec = Spec(node, version);
        _shadow = new ShadowRunner(version, node.View, view => Shield(view, version, Make(view, version, spec)), load.MeanSizeUnits, settings.Shadow, time);
    }

    private ThreadedPolicy Thread(ControlNode node, int version, PolicySpec spec) =>
        new($"policy {version}", node.View, view => Make(view, version, spec), settings, time);

    private ShieldedPolicy Shield(FleetView view, int version, IPlacementPolicy policy) =>
        ShieldedPolicy.Around(policy, ShieldedPolicy.DefaultFallback, Context(view, version), new RandomStream(load.Seed, "shield"));

    private IPlacementPolicy Make(FleetView view, int version, PolicySpec spec)
    {
        try
        {
            return PolicyCatalog.Create(spec, Context(view, version), settings.Catalog);
        }
        catch (Exception error)
        {
            return new UnmadePolicy(error);
        }
    }

    private PolicyContext Context(FleetView view, int version) =>
        new(view, new RandomStream(load.Seed, $"node/{version}"), Shared: null, load.MeanSizeUnits, load.UnitsPerS);

    /// <summary>A version as the catalogue takes it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="version">Its number; 0 for the fall-back.</param>
    public static PolicySpec Spec(ControlNode node, int version)
    {
        if (version == 0)
            return ShieldedPolicy.DefaultFallback;
        var choice = node.PolicyOf(version);
        return new PolicySpec(choice.Name, choice.Settings) { Model = choice.Model is { } mark ? new PolicyModel(mark.Name, node.ModelOf(mark)) : null };
    }
}
