using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Energy;

/// <content>Saves and loads what changes; what a site is comes from its <see cref="SiteEnergySpec"/>.</content>
public sealed partial class SiteEnergy
{
    /// <summary>Writes what changes, to be read by <see cref="Load"/>.</summary>
    /// <param name="writer">Receives it.</param>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Battery?.Save(writer);
        Generator?.Save(writer);
        writer.Write(Total);
    }

    /// <summary>Takes up what was saved of a site of the same specification.</summary>
    /// <param name="reader">What was saved.</param>
    /// <exception cref="InvalidDataException">The bytes are cut or damaged.</exception>
    public void Load(ref StateReader reader)
    {
        Battery?.Load(ref reader);
        Generator?.Load(ref reader);
        Total = reader.ReadEnergySlot();
    }

    /// <summary>Lets a time pass of which nothing else is known: the battery follows a set-point as far as it can, the generator is off. It is in no account.</summary>
    /// <param name="batteryKw">Power of the battery at its terminals, kW: above 0 charges, below 0 discharges.</param>
    /// <param name="hours">The time, ≥ 0.</param>
    public void PassUnseen(double batteryKw, double hours)
    {
        Battery?.Dispatch(batteryKw, hours);
        Generator?.Run(0, hours);
    }
}
