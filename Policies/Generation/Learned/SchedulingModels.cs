using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>Reads trained models for generation jobs.</summary>
public static class SchedulingModels
{
    /// <summary>What the checkpoints of models are called.</summary>
    public const string Kind = "scheduling-model";

    internal const int MostWidth = 4096;
    private const int MostChoices = 256;

    /// <summary>Whether a file says that it is a model for generation jobs; whether it is sound <see cref="Read"/> finds.</summary>
    /// <param name="bytes">All of it.</param>
    /// <exception cref="CheckpointException">It is truncated, corrupt or of another version.</exception>
    public static bool IsOne(ReadOnlyMemory<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        return Checkpoint.Describe(stream).Kind == Kind;
    }

    /// <summary>Reads a model.</summary>
    /// <param name="bytes">All of it.</param>
    /// <exception cref="CheckpointException">It is truncated, corrupt, of another version or something else; the message says which.</exception>
    public static ISchedulingModel Read(ReadOnlyMemory<byte> bytes) => ModelBytes.Read<ISchedulingModel>(bytes, Kind, (stream, card) => card.Preset switch
    {
        SacSchedulingLearner.Name => SacSchedulingModel.Read(stream, card),
        PricedSchedulingLearner.Name => PricedSchedulingModel.Read(stream, card),
        Td3SchedulingLearner.Name or PpoSchedulingLearner.Name => ActorSchedulingModel.Read(stream, card),
        _ => null,
    });

    internal static byte[] Write(ModelCard card, ICheckpointed state) => ModelBytes.Write(Kind, card, state);

    internal static SortedDictionary<string, double[]> SettingsOf(SchedulingShape shape) => new(StringComparer.Ordinal)
    {
        ["deadlines"] = [shape.Deadlines],
        ["steps"] = [.. shape.Steps.Select(s => (double)s)],
        ["jobs-per-slot"] = [shape.JobsPerSlot],
    };

    internal static SchedulingShape ShapeOf(ModelCard card)
    {
        var usual = card.Settings.GetValueOrDefault("jobs-per-slot") is [> 0 and < 1e9 and var jobs]
            ? jobs
            : throw new CheckpointException(CheckpointFault.WrongShape, "the model does not fit: 'jobs-per-slot' must be one number above 0.");
        if (card.Fleet.Count is 0 or > MostChoices)
            throw new CheckpointException(CheckpointFault.WrongShape, $"the model does not fit: it names {card.Fleet.Count} providers.");
        return new(card.Fleet, card.Count("deadlines", MostChoices), card.Counts("steps", 1000), usual);
    }
}
