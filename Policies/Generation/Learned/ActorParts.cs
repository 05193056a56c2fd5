using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>A network and the scale of what it sees.</summary>
internal sealed class ActorParts(RunningNormaliser normaliser, Layer<float> actor) : ICheckpointed
{
    public RunningNormaliser Normaliser => normaliser;

    public Layer<float> Actor => actor;

    public void Exchange(StateExchange state)
    {
        state.Within("normaliser", normaliser);
        state.Within("actor", actor);
    }
}
