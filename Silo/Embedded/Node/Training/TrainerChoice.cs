using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>What the command line says of a trainer.</summary>
/// <param name="Live">How it learns.</param>
/// <param name="Every">Decisions from one snapshot to the next; null for the default.</param>
/// <param name="Shadows">Whether a version becomes the shadow where there is none.</param>
internal sealed record TrainerChoice(LiveSettings Live, int? Every, bool Shadows)
{
    /// <summary>Name of the checkpoint in the node's folder.</summary>
    public const string File = "trainer.checkpoint";

    /// <summary>The settings, with the model that comes with the product.</summary>
    /// <param name="scenario">The host's fleet and load.</param>
    /// <param name="folder">Where its checkpoint is kept; null for nowhere.</param>
    public TrainerSettings For(Scenario scenario, string? folder)
    {
        var settings = new TrainerSettings(scenario)
        {
            Source = $"{scenario.Name}, live",
            Live = Live,
            Start = LearnedModels.Read(PolicyModels.Load(new PolicySpec("chsac")).Model!.Bytes),
            Checkpoint = folder is null ? null : Path.Combine(folder, File),
            Shadows = Shadows,
        };
        return Every is { } every ? settings with { Every = every } : settings;
    }
}
