namespace ControlPlane.Fleet.Energy;

/// <summary>A generator with the power at which it runs.</summary>
public sealed partial class Generator
{
    /// <summary>Makes a generator that is off.</summary>
    /// <param name="spec">Its data sheet.</param>
    /// <exception cref="ArgumentException">The data sheet is out of range.</exception>
    public Generator(GeneratorSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Complain() is { } complaint)
            throw new ArgumentException(complaint, nameof(spec));
        Spec = spec;
    }

    /// <summary>Its data sheet.</summary>
    public GeneratorSpec Spec { get; }

    /// <summary>Power, kW; 0 when it is off.</summary>
    public double PowerKw { get; private set; }

    /// <summary>The power that it would run at in the next slot, kW: what is asked within its range and ramp; 0 when less than half of its least power is asked.</summary>
    /// <param name="askedKw">The power asked, kW, ≥ 0.</param>
    /// <param name="hours">Length of the slot, &gt; 0.</param>
    public double Possible(double askedKw, double hours)
    {
        if (!(askedKw > 0) || askedKw < Spec.MinKw / 2)
            return 0;
        var from = Math.Max(PowerKw, Spec.MinKw);
        var step = Spec.RampKwPerH * hours;
        var lowest = PowerKw == 0 ? Spec.MinKw : Math.Max(Spec.MinKw, from - step);
        return Math.Clamp(askedKw, lowest, Math.Min(Spec.MaxKw, from + step));
    }

    /// <summary>Runs for a slot at a possible power.</summary>
    /// <param name="powerKw">Power, kW.</param>
    /// <param name="hours">Length of the slot.</param>
    /// <returns>What the fuel cost, USD.</returns>
    public double Run(double powerKw, double hours)
    {
        PowerKw = powerKw;
        return powerKw == 0 ? 0 : (Spec.RunningUsdPerH + (Spec.FuelUsdPerKwh + Spec.FuelUsdPerKw2H * powerKw) * powerKw) * hours;
    }
}
