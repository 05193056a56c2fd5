using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Generation;

/// <content>How providers and jobs are kept.</content>
public sealed partial class GenerationDesk
{
    private const byte StateVersion = 1;

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Byte(StateVersion);
        writer.Number(_nextNumber);
        foreach (var provider in _providers)
            provider.Save(writer);
        var cards = _book.All.ToArray();
        writer.Count(cards.Length);
        foreach (var card in cards)
            writer.Write(card);
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        reader.Version("Generation", StateVersion, StateVersion);
        _nextNumber = reader.Number();
        foreach (var provider in _providers)
            provider.Load(ref reader);
        _book.Clear();
        for (var left = reader.CountOf(32); left > 0; left--)
        {
            var card = reader.ReadCard(_providers.Length);
            if (card.Number >= _nextNumber || (card.IsOpen && _book.IsOpen(card.Number)))
                throw reader.Damaged($"generation jobs '{card.Submission.Id}' under number {card.Number}");
            _book.Add(card);
        }
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        switch ((GenerationOperation)reader.Byte())
        {
            case GenerationOperation.Provider:
                var index = reader.Count();
                (index < _providers.Length ? _providers[index] : throw reader.Damaged($"provider {index} of {_providers.Length}")).Replay(ref reader);
                break;
            case GenerationOperation.Card:
                var card = reader.ReadCard(_providers.Length);
                Add(card.Number == _nextNumber ? card : throw reader.Damaged($"generation jobs under number {card.Number} in place of {_nextNumber}"));
                break;
            default:
                throw reader.Damaged("an operation of which generation knows nothing");
        }
    }
}
