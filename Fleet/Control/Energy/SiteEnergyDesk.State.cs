using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Energy;

/// <content>How the energy of a site is kept.</content>
public sealed partial class SiteEnergyDesk
{
    private const byte StateVersion = 1;

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Byte(StateVersion);
        _site.Save(writer);
        writer.Flag(_running is not null);
        if (_running is not null)
            writer.Write(_running);
        writer.Flag(_override is not null);
        if (_override is not null)
            writer.Write(_override);
        writer.Number(Version);
        writer.Number(_lastNumber);
        writer.Number(_day);
        writer.Real(_readJ);
        writer.Real(_owedJ);
        writer.Write(_total);
        writer.Write(_today);
        writer.Count(_closed.Count);
        foreach (var slot in _closed)
            writer.Write(slot);
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        reader.Version("The energy of a site", StateVersion, StateVersion);
        _site = _spec.Build();
        _site.Load(ref reader);
        _running = reader.Flag() ? reader.ReadRunningSlot() : null;
        _override = reader.Flag() ? reader.ReadOverride() : null;
        (Version, _lastNumber, _day) = (reader.Number(), reader.Number(), reader.Number());
        (_readJ, _owedJ) = (reader.Finite(), reader.Finite());
        (_total, _today) = (reader.ReadTotals(), reader.ReadTotals());
        _closed.Clear();
        for (var left = reader.CountOf(8); left > 0; left--)
            _closed.Enqueue(reader.ReadClosedSlot());
        RequireWhole(reader);
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        var operation = (EnergyOperation)reader.Byte();
        if (operation == EnergyOperation.Correct)
        {
            _owedJ += reader.Finite();
            return;
        }

        var (atS, readingJ) = (reader.Finite(), reader.Finite());
        if (operation is not EnergyOperation.Advance && (_running is null || atS < _running.SettledS || atS > _running.ToS))
            throw reader.Damaged($"operation {operation} of a site's energy outside its slot");
        switch (operation)
        {
            case EnergyOperation.Advance:
                var slotS = reader.Finite();
                Pass(atS, readingJ, slotS >= 1 ? slotS : throw reader.Damaged($"a slot of {slotS} s"));
                break;
            case EnergyOperation.Decide:
                var decision = reader.ReadDecision();
                if (SlotRules.Complain(_spec, _mostLoadKw, decision) is { } complaint)
                    throw reader.Damaged($"a decision: {complaint}");
                Take(decision, atS, readingJ);
                break;
            case EnergyOperation.Override:
                Follow(reader.ReadOverride(), atS, readingJ);
                break;
            case EnergyOperation.Release:
                Follow(null, atS, readingJ);
                break;
            default:
                throw reader.Damaged($"operation {(byte)operation}, of which a site's energy knows nothing,");
        }
    }

    private StateWriter Journal(EnergyOperation operation, double atS, double readingJ)
    {
        var writer = _log.Open();
        writer.Byte((byte)operation);
        writer.Real(atS);
        writer.Real(readingJ);
        return writer;
    }

    // What is read must be able to go on: a slot that ends before it is settled would settle backwards.
    private void RequireWhole(in StateReader reader)
    {
        if (_running is { } running)
        {
            if (!(running.FromS <= running.SettledS && running.SettledS <= running.ToS && running.FromS < running.ToS) || running.Number > _lastNumber)
                throw reader.Damaged($"slot {running.Number} from {running.FromS} to {running.ToS} s");
            if (SlotRules.Complain(_spec, _mostLoadKw, running.Decision) is { } complaint)
                throw reader.Damaged($"a decision: {complaint}");
        }

        if (_override is not null && (_site.Battery is null || _running is null))
            throw reader.Damaged("an override of a battery that is not there");
    }
}
