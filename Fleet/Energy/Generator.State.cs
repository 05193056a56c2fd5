using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Energy;

/// <content>What changes about a generator: the power at which it runs.</content>
public sealed partial class Generator
{
    internal void Save(StateWriter writer) => writer.Real(PowerKw);

    internal void Load(ref StateReader reader)
    {
        var powerKw = reader.Finite();
        if (powerKw < 0 || powerKw > Spec.MaxKw)
            throw reader.Damaged($"a generator of {Spec.MaxKw} kW at {powerKw} kW");
        PowerKw = powerKw;
    }
}
