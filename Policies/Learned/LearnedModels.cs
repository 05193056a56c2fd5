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
    public static ILearnedModel Read(ReadOnlyMemory<byte> bytes) => ModelBytes.Read<ILearnedModel>(bytes, Kind, (stream, card) => card.Preset switch
    {
        PricedLearner.Name => PricedModel.Read(stream, card),
        PaperLearner.Name => PaperModel.Read(stream, card),
        _ => null,
    });

    internal static byte[] Write(ModelCard card, ICheckpointed state) => ModelBytes.Write(Kind, card, state);
}
