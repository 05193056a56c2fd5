using System.Runtime.InteropServices;
using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Policies.Learned;

/// <summary>Refuses networks that cannot decide: a weight that is not a number makes every score one.</summary>
internal sealed class SoundWeights : StateExchange
{
    /// <summary>Looks at every number.</summary>
    /// <param name="network">The network; it is not changed.</param>
    /// <exception cref="CheckpointException">One is not finite; the message names its piece.</exception>
    public static void Require(ICheckpointed network) => network.Exchange(new SoundWeights());

    protected override void Piece(string name, string kind, int rows, int columns, Span<byte> bytes)
    {
        if (kind != nameof(Single))
            return;
        foreach (var number in MemoryMarshal.Cast<byte, float>(bytes))
        {
            if (!float.IsFinite(number))
                throw new CheckpointException(CheckpointFault.Corrupt, $"the model is corrupt: '{name}' has the number {number}.");
        }
    }
}
