using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Silo.Embedded.Node;

/// <summary>The active policy of a node behind the shield. Made anew when another version is active or the node's state was loaded again. Used on the node's loop only.</summary>
/// <param name="load">What is known of the load beforehand.</param>
internal sealed class NodePolicy(KnownLoad load)
{
    private ControlNode? _node;
    private ShieldedPolicy? _policy;
    private int _version;

    /// <summary>What decides for a node now.</summary>
    public NodeRules For(ControlNode node)
    {
        var policy = Policy(node);
        return new NodeRules(policy, policy);
    }

    /// <summary>How the options of a job score now.</summary>
    public Explanation Explain(ControlNode node, in Job job) => Policy(node).Explain(job, node.View);

    /// <summary>Refuses a policy that cannot serve a live host.</summary>
    /// <exception cref="ControlException">It is unknown, a setting is wrong, or it needs what a live host does not have.</exception>
    public static void Require(PolicyChoice choice)
    {
        try
        {
            PolicyCatalog.CheckLive(Spec(choice));
        }
        catch (ArgumentException error)
        {
            throw new ControlException(ControlProblem.Invalid, error.Message);
        }
    }

    private static PolicySpec Spec(PolicyChoice choice) => new(choice.Name, choice.Settings);

    private ShieldedPolicy Policy(ControlNode node)
    {
        if (_policy is not null && ReferenceEquals(_node, node) && _version == node.ActiveVersion)
            return _policy;
        (_node, _version) = (node, node.ActiveVersion);
        node.View.Unsubscribe();
        var spec = node.ActivePolicy is { } active ? Spec(active) : ShieldedPolicy.DefaultFallback;
        var context = new PolicyContext(node.View, new RandomStream(load.Seed, $"node/{_version}"), Shared: null, load.MeanSizeUnits, load.UnitsPerS);
        _policy = ShieldedPolicy.Around(PolicyCatalog.Create(spec, context), ShieldedPolicy.DefaultFallback, context, new RandomStream(load.Seed, "shield"));
        return _policy;
    }
}
