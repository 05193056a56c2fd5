using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Policies.Learned;

/// <summary>Reads trained models.</summary>
public static class LearnedModels
{
    /// <summary>What the checkpoints of models are called.</summary>
    public const string Kind = "placement-model";

    /// <summary>Reads a model.</summary>
    /// <param name="bytes">All of it.</param>
    /// <exception cref="CheckpointException">It is truncated, corrupt, of another version or something else; the message says which.</exception>
    public static ILearnedModel Read(ReadOnlyMemory<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var header = Checkpoint.Describe(stream);
        if (header.Kind != Kind)
            throw new CheckpointException(CheckpointFault.WrongKind, $"the checkpoint is of a {header.Kind}, not of a {Kind}.");
        var card = ModelCard.Parse(header.About);
        stream.Position = 0;
        return card.Preset switch
        {
            PricedLearner.Name => PricedModel.Read(stream, card),
            PaperLearner.Name => PaperModel.Read(stream, card),
            _ => throw new CheckpointException(CheckpointFault.WrongKind, $"the model has the preset '{card.Preset}', which this program does not know."),
        };
    }

    internal static byte[] Write(ModelCard card, ICheckpointed state)
    {
        using var stream = new MemoryStream();
        Checkpoint.Write(stream, Kind, state, card.ToText());
        return stream.ToArray();
    }
}
