using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Generation;

/// <content>Saves and loads.</content>
public sealed partial class GenerationLedger
{
    /// <summary>Writes the account, to be read by <see cref="Load"/>.</summary>
    /// <param name="writer">Receives it.</param>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var amount in new[] { _offered, _open, _onTime, _late, _abandoned, _declined, Money.RevenueUsd, Money.PenaltyUsd, Money.TransferUsd, Money.EnergyUsd })
            writer.Real(amount);
        writer.Write(Energy);
    }

    /// <summary>Takes up what was saved.</summary>
    /// <param name="reader">What was saved.</param>
    /// <exception cref="InvalidDataException">The bytes are cut or damaged.</exception>
    public void Load(ref StateReader reader)
    {
        (_offered, _open, _onTime) = (reader.Finite(), reader.Finite(), reader.Finite());
        (_late, _abandoned, _declined) = (reader.Finite(), reader.Finite(), reader.Finite());
        Money = new GenerationMoney(reader.Finite(), reader.Finite(), reader.Finite(), reader.Finite());
        Energy = reader.ReadEnergySlot();
    }
}
