using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Policies.Learned;

/// <summary>Models as bytes: a checkpoint with a card, of a kind.</summary>
internal static class ModelBytes
{
    /// <summary>Reads a model.</summary>
    /// <typeparam name="T">The models of the kind.</typeparam>
    /// <param name="bytes">All of it.</param>
    /// <param name="kind">What is expected.</param>
    /// <param name="read">Reads the rest by the card; null for a preset that it does not know.</param>
    /// <exception cref="CheckpointException">It is truncated, corrupt, of another version or something else; the message says which.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, string kind, Func<Stream, ModelCard, T?> read)
        where T : class
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var header = Checkpoint.Describe(stream);
        if (header.Kind != kind)
            throw new CheckpointException(CheckpointFault.WrongKind, $"the checkpoint is of a {header.Kind}, not of a {kind}.");
        var card = ModelCard.Parse(header.About);
        stream.Position = 0;
        return read(stream, card) ?? throw new CheckpointException(CheckpointFault.WrongKind, $"the model has the preset '{card.Preset}', which this program does not know.");
    }

    /// <summary>Writes a model.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="card">What it says about itself.</param>
    /// <param name="state">The rest.</param>
    public static byte[] Write(string kind, ModelCard card, ICheckpointed state)
    {
        using var stream = new MemoryStream();
        Checkpoint.Write(stream, kind, state, card.ToText());
        return stream.ToArray();
    }
}
