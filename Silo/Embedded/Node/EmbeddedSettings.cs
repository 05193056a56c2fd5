using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation.Live;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Node.Training;
using ControlPlane.Silo.Hosting;
using ControlPlane.Silo.Http;

namespace ControlPlane.Silo.Embedded.Node;

/// <summary>Everything that tells one node from another.</summary>
/// <param name="Founding">What a new node is founded with.</param>
/// <param name="Place">Where its journal is kept.</param>
/// <param name="Node">Its limits.</param>
/// <param name="Api">Its HTTP API.</param>
/// <param name="LogLevel">The least level that is logged.</param>
/// <param name="Json">Whether the ready line is JSON.</param>
internal sealed record EmbeddedSettings(Founding Founding, JournalPlace Place, NodeSettings Node, ApiSettings Api, string LogLevel, bool Json)
{
    /// <summary>The rule for generation jobs.</summary>
    public PolicySpec GenerationPolicy { get; init; } = LiveGeneration.Default;

    /// <summary>How its trainer learns; null for no trainer.</summary>
    public TrainerChoice? Trainer { get; init; }
}
