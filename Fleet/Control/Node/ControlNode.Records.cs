using ControlPlane.Fleet.Control.Policies;
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
            var card = reader.ReadCard(_model);
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
        _models.Save(writer);
        writer.Count(_policies.Count);
        foreach (var version in _policies)
            writer.Write(version);
        writer.Write(Life);
        _shadow.Save(writer);
        writer.Count(_canaryFailures);
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
        _models.Load(ref reader);
        for (var left = reader.CountOf(4); left > 0; left--)
            AddVersion(ref reader);
        Life = reader.ReadLife(_policies.Count);
        _shadow = ShadowTally.Load(ref reader);
        _canaryFailures = reader.Count();
        _events.Clear(reader.Number());
        for (var left = reader.CountOf(8); left > 0; left--)
            _events.Add(reader.ReadEvent());
        var last = reader.Number();
        for (var left = reader.CountOf(8); left > 0; left--)
            _audits.Add(reader.ReadAudit());
        _audits.Last = last;
    }

    private void AddVersion(ref StateReader reader)
    {
        var version = reader.ReadPolicyVersion();
        if (version.Number != _policies.Count + 1 || (version.Policy.Model is { } model && !_models.Has(model.Digest)))
            throw reader.Damaged($"version {version.Number} of the policy after {_policies.Count}, or without its model,");
        _policies.Add(version);
    }
}
