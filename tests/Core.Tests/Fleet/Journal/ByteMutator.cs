using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Journal;

/// <summary>Damages saved state: single bits, bytes and blocks, lost, doubled and made up.</summary>
internal sealed class ByteMutator(IRandomStream random)
{
    private static readonly byte[] Telling = [0, 1, 2, 0x7F, 0x80, 0xFF];

    /// <summary>A damaged copy: one to four mutations, more often few, so that deep checks are reached too.</summary>
    public byte[] Mutate(ReadOnlySpan<byte> bytes)
    {
        List<byte> damaged = [.. bytes];
        for (var left = 1 + random.NextBelow(1 + random.NextBelow(4)); left > 0; left--)
            Once(damaged);
        return [.. damaged];
    }

    private void Once(List<byte> bytes)
    {
        var at = random.NextBelow(bytes.Count + 1);
        var length = random.NextBelow(Math.Min(12, bytes.Count - at) + 1);
        switch (random.NextBelow(8))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 2:
                bytes.Insert(at, (byte)random.NextBelow(256));
                break;
            case 3 when random.NextBelow(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.InsertRange(at, Enumerable.Repeat((byte)0xFF, length));
                break;
            case 5 when at < bytes.Count:
                bytes[at] = Telling[random.NextBelow(Telling.Length)];
                break;
            default:
                if (at < bytes.Count)
                    bytes[at] ^= (byte)(1 << random.NextBelow(8));
                break;
        }
    }
}
