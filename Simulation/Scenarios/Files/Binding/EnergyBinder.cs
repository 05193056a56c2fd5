using ControlPlane.Fleet.Energy;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes the energy side of sites.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class EnergyBinder(Problems problems)
{
    private const double WattsPerKw = 1000;
    private const double SecondsPerHour = 3600;

    /// <summary>Makes the energy side of a site.</summary>
    /// <param name="energy">Its values.</param>
    public SiteEnergySpec Bind(Section energy)
    {
        var spec = new SiteEnergySpec(Grid(energy.Find(EnergyFields.Grid)))
        {
            Battery = energy.Find(EnergyFields.Battery) is { } battery ? Battery(battery) : null,
            InitialSoc = energy.Find(EnergyFields.Battery)?.Get(BatteryFields.InitialSoc) ?? 0.5,
            Generator = energy.Find(EnergyFields.Generator) is { } generator ? Generator(generator) : null,
            Pv = energy.Find(EnergyFields.Pv) is { } pv ? new PvArray(pv.Get(PvFields.Nominal) / WattsPerKw) : null,
            Wind = energy.Find(EnergyFields.Wind) is { } wind ? Wind(wind) : null,
            Cooling = energy.Find(EnergyFields.Cooling) is { } cooling ? Cooling(cooling) : null,
            FixedLossShare = energy.Get(EnergyFields.Loss),
        };
        Need(energy, EnergyFields.Battery, EnergyFields.Grid);
        Need(energy, EnergyFields.Pv, EnergyFields.Irradiance);
        Need(energy, EnergyFields.Pv, EnergyFields.Temperature);
        Need(energy, EnergyFields.Wind, EnergyFields.WindSpeed);
        Need(energy, EnergyFields.Cooling, EnergyFields.Temperature);
        return spec;
    }

    // What is not said is not taken for anything: panels without sun would just never give any.
    private void Need(Section energy, Field part, Field signal)
    {
        if (energy.Has(part) && !energy.Has(signal))
            problems.AddMissing(energy.Node, signal.Name, $"is missing; '{part.Name}' needs it, and it must be {signal.Kind.Expected}");
    }

    private static GridLimits Grid(Section? grid) => grid is null
        ? new GridLimits(double.PositiveInfinity, 0)
        : new GridLimits(grid.Get(GridFields.Import) / WattsPerKw, grid.Get(GridFields.Export) / WattsPerKw);

    private BatterySpec Battery(Section s)
    {
        var spec = new BatterySpec(s.Get(BatteryFields.Capacity), s.Get(BatteryFields.Charge) / WattsPerKw, s.Get(BatteryFields.Discharge) / WattsPerKw)
        {
            ChargeEfficiency = s.Get(BatteryFields.ChargeEfficiency),
            DischargeEfficiency = s.Get(BatteryFields.DischargeEfficiency),
            MinSoc = s.Get(BatteryFields.MinSoc),
            MaxSoc = s.Get(BatteryFields.MaxSoc),
            SelfDischargePerH = s.Get(BatteryFields.SelfDischarge) * SecondsPerHour,
            WearUsdPerKwh = s.Get(BatteryFields.Wear),
        };
        if (spec.MinSoc > spec.MaxSoc)
            problems.Add(s.At(BatteryFields.MinSoc), $"must be at most max-soc, {spec.MaxSoc}, not {spec.MinSoc}");
        var soc = s.Get(BatteryFields.InitialSoc);
        if (soc < spec.MinSoc || soc > spec.MaxSoc)
            problems.Add(s.At(BatteryFields.InitialSoc), $"must be between min-soc and max-soc, {spec.MinSoc} and {spec.MaxSoc}, not {soc}");
        return spec;
    }

    private GeneratorSpec Generator(Section s)
    {
        var (min, max) = (s.Get(GeneratorFields.Min), s.Get(GeneratorFields.Max));
        if (min > max)
            problems.Add(s.At(GeneratorFields.Min), $"must be at most max, {max} W, not {min} W");
        return new GeneratorSpec(min / WattsPerKw, max / WattsPerKw)
        {
            RampKwPerH = s.Has(GeneratorFields.Ramp) ? s.Get(GeneratorFields.Ramp) / WattsPerKw : double.PositiveInfinity,
            RunningUsdPerH = s.Get(GeneratorFields.Running),
            FuelUsdPerKwh = s.Get(GeneratorFields.Fuel),
            CarbonKgPerKwh = s.Get(GeneratorFields.Carbon),
        };
    }

    private WindTurbine Wind(Section s)
    {
        var turbine = new WindTurbine(s.Get(WindFields.Nominal) / WattsPerKw, s.Get(WindFields.CutIn), s.Get(WindFields.Rated), s.Get(WindFields.CutOut));
        if (!(turbine.CutInMPerS < turbine.RatedMPerS && turbine.RatedMPerS < turbine.CutOutMPerS))
            problems.Add(s.At(WindFields.Rated), $"cut-in, rated and cut-out must be ascending, not {turbine.CutInMPerS}, {turbine.RatedMPerS}, {turbine.CutOutMPerS} m/s");
        return turbine;
    }

    private CoolingModel Cooling(Section s)
    {
        var model = new CoolingModel(
            s.Get(CoolingFields.Base), s.Get(CoolingFields.Slope), s.Get(CoolingFields.Nominal), s.Get(CoolingFields.Least), s.Get(CoolingFields.Most));
        if (model.LeastCop > model.MostCop)
            problems.Add(s.At(CoolingFields.Least), $"must be at most most, {model.MostCop}, not {model.LeastCop}");
        return model;
    }
}
