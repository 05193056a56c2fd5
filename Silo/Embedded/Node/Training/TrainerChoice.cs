using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>What the command line says of a trainer.</summary>
/// <param name="Live">How it learns.</param>
/// <param name="Every">Decisions from one snapshot to the next; null for the default.</param>
/// <param name="Shadows">Whether a version becomes the shadow where there is none.</param>
/// <param name="Folder">The node's folder, where its checkpoint is kept.</param>
internal sealed record TrainerChoice(LiveSettings Live, int? Every, bool Shadows, string Folder)
{
    /// <summary>Name of the checkpoint in the node's folder.</summary>
    public const string File = "trainer.checkpoint";

    /// <summary>The settings, with the model that comes with the product.</summary>
    /// <param name="scenario">The node's fleet and load.</param>
    public TrainerSettings For(Scenario scenario)
    {
        var settings = new TrainerSettings(scenario)
        {
            Live = Live,
            Start = LearnedModels.Read(PolicyModels.Load(new PolicySpec("chsac")).Model!.Bytes),
            Checkpoint = Path.Combine(Folder, File),
            Shadows = Shadows,
        };
        return Every is { } every ? settings with { Every = every } : settings;
    }
}
