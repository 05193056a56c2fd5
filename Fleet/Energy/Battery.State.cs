using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Energy;

/// <content>What changes about a battery: the energy in its cells.</content>
public sealed partial class Battery
{
    /// <summary>The same battery, to be tried out without changing this one.</summary>
    public Battery Copy() => new(Spec, Spec.MinSoc) { StoredKwh = StoredKwh };

    internal void Save(StateWriter writer) => writer.Real(StoredKwh);

    internal void Load(ref StateReader reader)
    {
        var storedKwh = reader.Finite();
        // Self-discharge may take it below its lower limit; nothing takes it above the upper one.
        if (storedKwh < 0 || storedKwh > Spec.MaxKwh)
            throw reader.Damaged($"a battery of {Spec.CapacityKwh} kWh with {storedKwh} kWh");
        StoredKwh = storedKwh;
    }
}
