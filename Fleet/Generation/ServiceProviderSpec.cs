using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Generation;

/// <summary>An AIGC service provider as it was built: one model on one pool of GPUs at one site. Its model is private to it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Model">Its model.</param>
/// <param name="Gpus">GPUs, &gt; 0; a fluid queue takes a share of one too.</param>
public sealed record ServiceProviderSpec(string Name, GenerationModel Model, double Gpus)
{
    private const double JoulesPerKwh = 3.6e6;
    private const double WattsPerKw = 1000;

    /// <summary>Its GPUs.</summary>
    public GenerationGpu Gpu { get; init; } = new();

    /// <summary>The energy side of its site.</summary>
    public SiteEnergySpec Energy { get; init; } = new(new GridLimits(double.PositiveInfinity, 0)) { Cooling = new CoolingModel(), FixedLossShare = 0 };

    /// <summary>Its queue.</summary>
    public QueueKind Queue { get; init; }

    /// <summary>It declines work for which jobs would have to wait longer than this at clock 1, s; infinite takes everything.</summary>
    public double MaxWaitS { get; init; } = double.PositiveInfinity;

    /// <summary>Power of its computers when all GPUs work at clock 1, kW.</summary>
    public double PeakLoadKw => Gpus * (Model.ActiveW + Gpu.HostW) / WattsPerKw;

    /// <summary>Power of all of its site at that load and the nominal temperature of its cooling, kW.</summary>
    public double PeakNeedKw => (PeakLoadKw + (Energy.Cooling is { } cooling ? cooling.PowerKw(PeakLoadKw, cooling.NominalC) : 0)) * (1 + Energy.FixedLossShare);

    /// <summary>Mean power of its computers, kW.</summary>
    /// <param name="busyGpuS">GPU time used, GPU-s.</param>
    /// <param name="busyJ">GPU energy of that, J.</param>
    /// <param name="seconds">Over how long, s.</param>
    public double LoadKw(double busyGpuS, double busyJ, double seconds) =>
        (busyJ / seconds + Math.Max(0, Gpus - busyGpuS / seconds) * Gpu.IdleW + Gpus * Gpu.HostW) / WattsPerKw;

    /// <summary>What a load costs at the grid's prices with sun and wind but without battery and generator, USD; below 0 it earns.</summary>
    /// <param name="loadKw">Mean power of the computers, kW.</param>
    /// <param name="conditions">What the world offers.</param>
    /// <param name="seconds">For how long, s.</param>
    public double BillUsd(double loadKw, in SiteConditions conditions, double seconds)
    {
        var netKw = Energy.NetKw(Energy.Demand(loadKw, conditions));
        var usdPerH = netKw > 0 ? netKw * conditions.Tariff.BuyUsdPerKwh : Math.Max(netKw, -Energy.Grid.ExportKw) * Math.Max(0, conditions.Tariff.SellUsdPerKwh);
        return usdPerH * seconds / 3600;
    }

    /// <summary>What computing energy costs with cooling and losses when it is bought, USD.</summary>
    /// <param name="energyJ">Energy of the computers, J.</param>
    /// <param name="conditions">What the world offers.</param>
    public double BoughtUsd(double energyJ, in SiteConditions conditions) => energyJ / JoulesPerKwh * Energy.Rate(conditions).UsdPerKwh;

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>Null when nothing is.</returns>
    public string? Complain()
    {
        if (Model.Complain() is { } model)
            return $"model: {model}";
        if (Gpu.Complain() is { } gpu)
            return $"gpu: {gpu}";
        if (Energy.Complain() is { } energy)
            return $"energy: {energy}";
        if (!(Gpus > 0 && double.IsFinite(Gpus)))
            return $"gpus must be a number above 0, not {Gpus}";
        if (Queue == QueueKind.Fifo && (Gpus != Math.Floor(Gpus) || Gpus > 100_000))
            return $"gpus must be a whole number up to 100000 where jobs queue singly, not {Gpus}";
        return MaxWaitS > 0 ? null : $"maxWaitS must be above 0, not {MaxWaitS}";
    }
}
