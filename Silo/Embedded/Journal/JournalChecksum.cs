using System.Buffers.Binary;
using System.Numerics;

namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>CRC-32C of what is stored, together with where it belongs: bytes that are whole and in the wrong place are found too.</summary>
internal static class JournalChecksum
{
    /// <summary>Checksum of a batch.</summary>
    /// <param name="batch">The batch.</param>
    public static uint Of(in JournalBatch batch) => Of(batch.Number, batch.Count, batch.Operations.Span);

    /// <summary>Checksum of numbered bytes.</summary>
    /// <param name="number">Number of the batch or of the last batch of a snapshot.</param>
    /// <param name="count">Number of operations or of bytes.</param>
    /// <param name="bytes">The bytes.</param>
    public static uint Of(long number, int count, ReadOnlySpan<byte> bytes)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, (ulong)number);
        crc = BitOperations.Crc32C(crc, (uint)count);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var left in bytes)
            crc = BitOperations.Crc32C(crc, left);
        return ~crc;
    }
}
