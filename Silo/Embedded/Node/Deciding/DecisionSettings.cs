using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Threads;
using ControlPlane.Silo.Embedded.Node.Training;

namespace ControlPlane.Silo.Embedded.Node.Deciding;

/// <summary>How a node lets policies decide.</summary>
internal sealed record DecisionSettings
{
    /// <summary>The policies that there are.</summary>
    public IReadOnlyList<PolicyDescriptor> Catalog { get; init; } = PolicyCatalog.All;

    /// <summary>The bytes of the first policy's model; none where it takes none.</summary>
    public ReadOnlyMemory<byte> FirstModel { get; init; }

    /// <summary>How long the node waits for a policy with a thread of its own: far longer than a decision takes, and far shorter than anybody notices.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a policy that gave no answer is not asked.</summary>
    public TimeSpan Bench { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much it puts up with from a shadow.</summary>
    public ShadowLimits Shadow { get; init; } = new();

    /// <summary>How a trainer learns from what is decided; null for none.</summary>
    public TrainerSettings? Trainer { get; init; }
}
