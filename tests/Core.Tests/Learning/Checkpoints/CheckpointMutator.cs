using ControlPlane.Learning.Checkpoints;
using System.Buffers.Binary;
using System.Security.Cryptography;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Checkpoints;

/// <summary>Damages checkpoints: as disks and transfers do, and as a faulty program would that writes length and checksum of what it has made.</summary>
internal sealed class CheckpointMutator(long seed)
{
    private const int HeaderBytes = 20;
    private const int VersionAt = 8;
    private readonly RandomStream _random = new(seed, "mutations");

    /// <summary>The file without what the format adds at either end.</summary>
    public static byte[] Content(byte[] file) => file[HeaderBytes..^SHA256.HashSizeInBytes];

    /// <summary>A file with this content that begins and ends as it must.</summary>
    public static byte[] Signed(byte[] content)
    {
        var header = new byte[HeaderBytes];
        "CPLEARN\n"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(VersionAt), Checkpoint.Version);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(12), content.Length);
        return [.. header, .. content, .. SHA256.HashData(content)];
    }

    /// <summary>Damage anywhere in the file.</summary>
    public byte[] Damage(byte[] file)
    {
        if (_random.NextBelow(8) > 0)
            return Change(file, _random.NextBelow(2) == 0 ? 64 : file.Length);
        var changed = (byte[])file.Clone();
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(VersionAt), _random.NextBelow(7) - 3);
        return changed;
    }

    /// <summary>Damage to the content, under a header and a checksum that fit it.</summary>
    public byte[] SignedDamage(byte[] file)
    {
        var content = Content(file);
        // Half of it among the first pieces, where names and shapes are dense.
        return Signed(Change(content, _random.NextBelow(2) == 0 ? 400 : content.Length));
    }

    private byte[] Change(byte[] bytes, int within)
    {
        var at = _random.NextBelow(Math.Min(within, bytes.Length));
        var length = Math.Min(1 + _random.NextBelow(40), bytes.Length - at);
        switch (_random.NextBelow(6))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 2:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 3:
                return [.. bytes, .. Noise(length)];
            case 4:
                return [.. bytes[..at], .. Noise(length), .. bytes[(at + length)..]];
            default:
                var flipped = (byte[])bytes.Clone();
                flipped[at] ^= (byte)(1 << _random.NextBelow(8));
                return flipped;
        }
    }

    // Now and then all ones or zeros: lengths that are negative, huge or none.
    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        if (_random.NextBelow(3) is var kind && kind == 0)
            return noise;
        foreach (ref var element in noise.AsSpan())
            element = kind == 1 ? byte.MaxValue : (byte)_random.NextBelow(256);
        return noise;
    }
}
