using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Generation;

/// <content>Saves and loads what changes; what a provider is comes from its <see cref="ServiceProviderSpec"/>.</content>
public sealed partial class ServiceProvider
{
    /// <summary>Writes what changes, to be read by <see cref="Load(ref StateReader)"/>.</summary>
    /// <param name="writer">Receives it.</param>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Count(OpenSlot);
        writer.Flag(IsDraining);
        _queue.Save(writer);
        writer.Real(_assignedGpuS);
        writer.Write(_last);
        writer.Count(_assigned.Count);
        foreach (var offer in _assigned)
            writer.Write(offer);
        writer.Count(_outcomes.Count);
        foreach (var outcome in _outcomes)
            writer.Write(outcome);
        Save(writer, _answers);
        Save(writer, _earlierAnswers);
    }

    /// <summary>Takes up what was saved of a provider of the same specification.</summary>
    /// <param name="reader">What was saved.</param>
    /// <exception cref="InvalidDataException">The bytes are cut or damaged.</exception>
    public void Load(ref StateReader reader)
    {
        (OpenSlot, IsDraining) = (reader.Count(), reader.Flag());
        _queue.Load(ref reader);
        (_assignedGpuS, _last) = (reader.Finite(), reader.ReadProviderSlot());
        _assigned.Clear();
        for (var left = reader.CountOf(16); left > 0; left--)
            _assigned.Add(reader.ReadOffer());
        _outcomes.Clear();
        for (var left = reader.CountOf(16); left > 0; left--)
            _outcomes.Add(reader.ReadCohortOutcome());
        Load(ref reader, _answers);
        Load(ref reader, _earlierAnswers);
    }

    // By number, so that equal states are equal bytes.
    private static void Save(StateWriter writer, Dictionary<long, TransferAnswer> answers)
    {
        writer.Count(answers.Count);
        foreach (var (id, answer) in answers.OrderBy(a => a.Key))
        {
            writer.Number(id);
            writer.Byte((byte)answer);
        }
    }

    private static void Load(ref StateReader reader, Dictionary<long, TransferAnswer> answers)
    {
        answers.Clear();
        for (var left = reader.CountOf(2); left > 0; left--)
        {
            var (id, answer) = (reader.Number(), reader.Byte());
            if (answer > (byte)TransferAnswer.DeclinedFull || !answers.TryAdd(id, (TransferAnswer)answer))
                throw reader.Damaged($"an answer {answer} to offer {id}");
        }
    }
}
