using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Learning.Shaping;

/// <summary>A part of a shaper that is kept by itself.</summary>
internal sealed class ShaperPart(Action<StateExchange> exchange) : ICheckpointed
{
    public void Exchange(StateExchange state) => exchange(state);
}
