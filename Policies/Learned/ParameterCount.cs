using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Policies.Learned;

/// <summary>Counts what a network consists of.</summary>
internal sealed class ParameterCount : StateExchange
{
    private long _count;

    /// <summary>Numbers in floating point, in all pieces.</summary>
    /// <param name="network">The network; it is not changed.</param>
    public static long Of(ICheckpointed network)
    {
        var counter = new ParameterCount();
        network.Exchange(counter);
        return counter._count;
    }

    protected override void Piece(string name, string kind, int rows, int columns, Span<byte> bytes)
    {
        if (kind is nameof(Single) or nameof(Double))
            _count += (long)rows * columns;
    }
}
