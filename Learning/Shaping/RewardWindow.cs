using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Learning.Shaping;

/// <summary>Labels of a decomposition: every decision of a window between two pay-outs gets an equal part of what the window paid.</summary>
internal sealed class RewardWindow(LabelMemory memory) : ICheckpointed
{
    private double _sum;

    public void Paid(double reward, bool isPayOut)
    {
        _sum += reward;
        if (!isPayOut)
            return;
        var part = _sum / memory.Waiting;
        while (memory.Waiting > 0)
            memory.Label(part);
        _sum = 0;
    }

    public void Forget() => _sum = 0;

    public void Exchange(StateExchange state) => state.Value("sum", ref _sum);
}
