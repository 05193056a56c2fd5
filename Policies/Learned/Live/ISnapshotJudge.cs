using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>Measures models in runs that nobody learns from. Called on the trainer's thread, which waits.</summary>
public interface ISnapshotJudge
{
    /// <summary>Measures a model and the policy that decides in the same runs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="deciding">The policy that decides.</param>
    /// <param name="unitsPerS">The load that was seen, units/s.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Energy above the frontier and time over budget of both, %, less is better; and of the model the energy alone.</returns>
    (double Model, double Deciding, double ModelEnergyAbove) Measure(ILearnedModel model, PolicySpec deciding, double unitsPerS, CancellationToken cancellation);
}
