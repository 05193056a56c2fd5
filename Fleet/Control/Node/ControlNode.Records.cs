using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <content>How cards, policies, events and audits are kept.</content>
public sealed partial class ControlNode
{
    private void SaveCards(StateWriter writer)
    {
        writer.Count(_cards.Count);
        foreach (var number in _cards.Ended)
            writer.Write(_cards[number]);
        foreach (var card in _cards.All.Where(c => c.End is null))
            writer.Write(card);
        writer.Number(_completed);
        writer.Number(_cancelled);
        writer.Number(_failed);
    }

    private void LoadCards(ref StateReader reader)
    {
        for (var left = reader.CountOf(8); left > 0; left--)
        {
            var card = reader.ReadCard();
            if (card.Decision is { } decision)
                PlacementDecision.Read(decision, _model);
            if (_cards.TryFind(card.Submission.Id, out _) || card.Number.Value >= _nextNumber)
                throw reader.Damaged($"job '{card.Submission.Id}' under number {card.Number}");
            _cards.Add(card);
            if (card.End is { } end)
                _cards.End(card, end);
            else
                _tenants.Enter(Tenant(card.Submission));
        }

        _completed = reader.Number();
        _cancelled = reader.Number();
        _failed = reader.Number();
    }

    private void SaveRecords(StateWriter writer)
    {
        writer.Count(_policies.Count);
        foreach (var version in _policies)
            writer.Write(version);
        writer.Count(_active);
        writer.Number(_events.Last);
        writer.Count(_events.Count);
        foreach (var entry in _events.All)
            writer.Write(entry);
        writer.Number(_audits.Last);
        writer.Count(_audits.Count);
        foreach (var entry in _audits.All)
            writer.Write(entry);
    }

    private void LoadRecords(ref StateReader reader)
    {
        for (var left = reader.CountOf(4); left > 0; left--)
            _policies.Add(reader.ReadPolicyVersion());
        _active = Part(_policies.Count + 1, ref reader);
        _events.Clear(reader.Number());
        for (var left = reader.CountOf(8); left > 0; left--)
            _events.Add(reader.ReadEvent());
        var last = reader.Number();
        for (var left = reader.CountOf(8); left > 0; left--)
            _audits.Add(reader.ReadAudit());
        _audits.Last = last;
    }
}
