using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ControlPlane.Learning.Checkpoints;

/// <summary>
/// A file to go on from: 8 bytes that name the format, version, length of the rest, the rest, and its SHA-256. The rest is the kind of what is stored and
/// what is to be said about it, then every piece with its name, type and shape. Numbers are little-endian. Reading looks at everything before it changes anything.
/// </summary>
/// <remarks>
/// To replace a file atomically the caller writes to a new one beside it, flushes it to the disk and renames it: this library knows no files.
/// </remarks>
public static class Checkpoint
{
    /// <summary>The version that is written and the only one that is read.</summary>
    public const int Version = 2;

    private const int HeaderBytes = 20;
    private static ReadOnlySpan<byte> Magic => "CPLEARN\n"u8;

    /// <summary>Writes the state.</summary>
    /// <param name="target">Where to; it is not flushed.</param>
    /// <param name="kind">What is stored, for example <c>discrete-sac</c>.</param>
    /// <param name="state">What is stored.</param>
    /// <param name="about">What a reader has to know before it can make something of the same shape, and what people may want to know; empty for nothing.</param>
    public static void Write(Stream target, string kind, ICheckpointed state, string about = "")
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(state);
        using var rest = new MemoryStream();
        using var writer = new StateWriter(rest);
        writer.Header(new(kind, about));
        state.Exchange(writer);
        writer.Flush();
        var bytes = rest.GetBuffer().AsSpan(0, (int)rest.Length);
        Span<byte> header = stackalloc byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(header[12..], bytes.Length);
        target.Write(header);
        target.Write(bytes);
        target.Write(SHA256.HashData(bytes));
    }

    /// <summary>Reads the state into something of the same kind and shape.</summary>
    /// <param name="source">Where from, to its end.</param>
    /// <param name="kind">What is expected.</param>
    /// <param name="state">Changed, but only if all of the checkpoint is good.</param>
    /// <exception cref="CheckpointException">It is not; the message says why.</exception>
    public static void Read(Stream source, string kind, ICheckpointed state)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(state);
        using var memory = new MemoryStream();
        source.CopyTo(memory);
        var rest = Verified(memory.GetBuffer().AsMemory(0, (int)memory.Length));
        Exchange(rest, kind, state, isApplied: false);
        Exchange(rest, kind, state, isApplied: true);
    }

    /// <summary>Reads what a checkpoint says about itself.</summary>
    /// <param name="source">Where from, to its end.</param>
    /// <exception cref="CheckpointException">It is not whole; the message says why.</exception>
    public static CheckpointHeader Describe(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var memory = new MemoryStream();
        source.CopyTo(memory);
        using var reader = new StateReader(Verified(memory.GetBuffer().AsMemory(0, (int)memory.Length)), isApplied: false);
        return Sound(reader.Header);
    }

    private static void Exchange(ReadOnlyMemory<byte> rest, string kind, ICheckpointed state, bool isApplied)
    {
        using var reader = new StateReader(rest, isApplied);
        Sound(() =>
        {
            reader.Expect(kind);
            state.Exchange(reader);
            reader.End();
            return true;
        });
    }

    // The checksum was right: whoever wrote it wrote something else.
    private static TResult Sound<TResult>(Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or FormatException)
        {
            throw new CheckpointException(CheckpointFault.Corrupt, $"the checkpoint is corrupt: {error.Message}");
        }
    }

    private static ReadOnlyMemory<byte> Verified(ReadOnlyMemory<byte> file)
    {
        var header = file.Span[..Math.Min(HeaderBytes, file.Length)];
        if (!header[..Math.Min(8, header.Length)].SequenceEqual(Magic[..Math.Min(8, header.Length)]))
            throw new CheckpointException(CheckpointFault.NotACheckpoint, "this is not a checkpoint: it does not begin as one.");
        if (header.Length < HeaderBytes)
            throw new CheckpointException(CheckpointFault.Truncated, $"the checkpoint is truncated: it has {file.Length} bytes, and its header alone {HeaderBytes}.");
        CheckVersion(BinaryPrimitives.ReadInt32LittleEndian(header[8..]));
        var length = BinaryPrimitives.ReadInt64LittleEndian(header[12..]);
        var present = file.Length - HeaderBytes - SHA256.HashSizeInBytes;
        if (length > present)
            throw new CheckpointException(CheckpointFault.Truncated, $"the checkpoint is truncated: {length - present} of {length} bytes are missing.");
        if (length < present)
            throw new CheckpointException(CheckpointFault.Corrupt, $"the checkpoint is corrupt: {present - length} bytes stand behind its end.");
        var rest = file.Slice(HeaderBytes, (int)length);
        if (!SHA256.HashData(rest.Span).AsSpan().SequenceEqual(file.Span[^SHA256.HashSizeInBytes..]))
            throw new CheckpointException(CheckpointFault.Corrupt, "the checkpoint is corrupt: its checksum is not that of its bytes.");
        return rest;
    }

    private static void CheckVersion(int version)
    {
        if (version < Version)
            throw new CheckpointException(CheckpointFault.OlderVersion, $"the checkpoint has the older version {version}; this program reads version {Version}.");
        if (version > Version)
            throw new CheckpointException(CheckpointFault.NewerVersion, $"the checkpoint has the newer version {version}; this program reads version {Version}.");
    }
}
