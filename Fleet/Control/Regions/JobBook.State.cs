using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Regions;

/// <content>How a book's state and operations are kept.</content>
public sealed partial class JobBook : IJournalled
{
    private const byte StateVersion = 3;

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Byte(StateVersion);
        Home.Save(writer);
        writer.Number(_accepted);
        writer.Number(_failed);
        writer.Real(_lastSubmittedS);
        writer.Count(_cards.Count);
        foreach (var number in _cards.Ended)
            writer.Write(_cards[number]);
        foreach (var card in _cards.All.Where(c => c.End is null))
            writer.Write(card);
        _events.Save(writer);
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        reader.Version("A job book", StateVersion, StateVersion);
        _cards.Clear();
        _tenants.Clear();
        Home.Load(ref reader);
        _accepted = reader.Number();
        var failed = reader.Number();
        _lastSubmittedS = reader.Finite();
        for (var left = reader.CountOf(8); left > 0; left--)
            LoadCard(reader.ReadCard(_model), ref reader);
        _failed = failed;
        _events.Load(ref reader);
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        var operation = (BookOperation)reader.Byte();
        switch (operation)
        {
            case BookOperation.Home:
                reader.Count();
                Home.Replay(ref reader);
                break;
            case BookOperation.Card:
                AddCard(reader.ReadSubmission(), reader.Finite());
                break;
            case BookOperation.Run:
                AddRun(Known(ref reader), reader.Finite(), reader.Finite());
                break;
            case BookOperation.End:
                EndCard(Known(ref reader), reader.ReadEnd());
                break;
            case BookOperation.Event:
                Apply(reader.ReadEvent());
                break;
            default:
                throw reader.Damaged($"operation {(byte)operation}, of which a job book knows nothing,");
        }
    }

    private void LoadCard(JobCard card, ref StateReader reader)
    {
        if (_cards.TryFind(card.Submission.Id, out _) || card.Number.Value >= NextNumber)
            throw reader.Damaged($"job '{card.Submission.Id}' under number {card.Number}");
        _cards.Add(card);
        _tenants.Enter(Tenant(card.Submission));
        if (card.End is { } end)
            EndCard(card, end);
    }

    private JobCard Known(ref StateReader reader)
    {
        var number = new JobId(reader.Number());
        return _cards.TryFind(number, out var card) ? card : throw reader.Damaged($"job {number}, which has no card,");
    }
}
