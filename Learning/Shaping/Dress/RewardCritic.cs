using System.Numerics;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Shaping.Dress;

/// <summary>Lays out a critic of a reward agent: a wide layer, residual blocks, and two layers down to one number.</summary>
internal static class RewardCritic
{
    public static Layer<T> Of<T>(DressSettings settings)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = settings.Critic;
        var blocks = Enumerable.Range(0, settings.CriticBlocks).Select(_ => new Residual<T>(Mlp.Of<T>([width, width, width], Activation.Relu)));
        return new Sequential<T>([
            new Dense<T>(settings.Condition + 1, width, Activation.Relu),
            .. blocks,
            Mlp.Of<T>([width, width / 2, 1], Activation.Relu),
        ]);
    }
}
