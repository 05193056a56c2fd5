using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Generation;

/// <content>How a provider is kept.</content>
public sealed partial class ProviderDesk
{
    private const byte StateVersion = 1;

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Byte(StateVersion);
        _provider.Save(writer);
        _site.Save(writer);
        _ledger.Save(writer);
        _today.Save(writer);
        writer.Flag(_decision is not null);
        if (_decision is { } decision)
            writer.Write(decision);
        writer.Number(Version);
        writer.Number(ClosedSlots);
        writer.Number(BlindSlots);
        writer.Number(_day);
        writer.Real(_lastLoadKw);
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        reader.Version("A service provider", StateVersion, StateVersion);
        (_provider, _site) = Build();
        _provider.Load(ref reader);
        _site.Load(ref reader);
        (_ledger, _today) = (new GenerationLedger(), new GenerationLedger());
        _ledger.Load(ref reader);
        _today.Load(ref reader);
        _decision = reader.Flag() ? Checked(reader.ReadDecision(), reader) : null;
        (Version, ClosedSlots, BlindSlots, _day) = (reader.Number(), reader.Number(), reader.Number(), reader.Number());
        _lastLoadKw = reader.Finite();
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        var operation = (ProviderOperation)reader.Byte();
        switch (operation)
        {
            case ProviderOperation.Offer:
                Take(reader.ReadOffer(), reader.Finite());
                break;
            case ProviderOperation.Refuse:
                Lose(reader.Count(), reader.Count());
                break;
            case ProviderOperation.Decide:
                _decision = Checked(reader.ReadDecision(), reader);
                break;
            case ProviderOperation.CloseSlots:
                Pass(reader.Count(), reader.Finite());
                break;
            case ProviderOperation.Drain:
                Follow(reader.Flag());
                break;
            default:
                throw reader.Damaged($"operation {(byte)operation}, of which a provider knows nothing,");
        }
    }

    private SlotDecision Checked(in SlotDecision decision, in StateReader reader) =>
        SlotRules.Complain(_spec.Energy, _spec.PeakLoadKw, decision) is { } complaint ? throw reader.Damaged($"a decision: {complaint}") : decision;

    private StateWriter Journal(ProviderOperation operation)
    {
        var writer = _log.Open();
        writer.Byte((byte)operation);
        return writer;
    }
}
