using ControlPlane.Fleet;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Network;
using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Core.Tests;

/// <summary>Small fleets with round numbers.</summary>
internal static class TestFleets
{
    public static readonly GpuType Gpu = new("test", IdleW: 20, PeakW: 100, SleepW: 10);

    /// <summary>One GPU draws 100 W at full clock and does a unit a second; n GPUs share a unit in (1 + 0.01 n)/n s.</summary>
    public static DataCenterSpec Site(string name, int gpus, int maxGpusPerJob = 4, int? queueLimit = null, double? checkpointS = null) => new()
    {
        Name = name,
        Gpu = Gpu,
        GpuCount = gpus,
        Clocks = [0.5, 1.0],
        MaxGpusPerJob = maxGpusPerJob,
        Power = new PowerCoefficients(50, 30, 20),
        Latency = new LatencyCoefficients(0.5, 0.5, 0.01),
        QueueLimit = queueLimit,
        CheckpointIntervalS = checkpointS,
    };

    /// <summary>A connection of 10 kW, a battery of 4 kWh and 2 kW that loses nothing by itself, panels of 3 kW, no cooling and no losses.</summary>
    public static SiteEnergySpec Energy { get; } = new(new GridLimits(10, 5))
    {
        Battery = new BatterySpec(4, 2, 2),
        Pv = new PvArray(3),
        FixedLossShare = 0,
    };

    public static FleetModel Model(params DataCenterSpec[] sites) =>
        new(sites, ["gw-a", "gw-b"], from gateway in new[] { "gw-a", "gw-b" } from site in sites select new WanLink(gateway, site.Name, 0.01));

    /// <summary>Service providers asp-0 to asp-2 of 4, 8 and 12 GPUs, each with a site like <see cref="Energy"/>; deadlines quick (15 s) and relaxed (60 s).</summary>
    public static GenerationFleet Providers(QueueKind queue = QueueKind.Fluid, double maxWaitS = double.PositiveInfinity, double slotS = 300)
    {
        ServiceProviderSpec[] providers =
            [.. GenerationModels.All.Select((model, i) => new ServiceProviderSpec($"asp-{i}", model, 4 + 4 * i) { Queue = queue, MaxWaitS = maxWaitS, Energy = Energy })];
        var link = new TransferLink(0.15, 5, 0.02);
        return new GenerationFleet(providers, [.. providers.Select((_, i) => providers.Select((_, j) => i == j ? TransferLink.Local : link).ToArray())], [new("quick", 15), new("relaxed", 60)])
        {
            SlotS = slotS,
        };
    }

    /// <summary>A queue with c servers of one unit a second: jobs of the given sizes arrive as a Poisson process at one ingress, no transfer time.</summary>
    public static Scenario Queue(int servers, double ratePerS, SizeDistribution sizes, double horizonS)
    {
        var site = Site("queue", servers, maxGpusPerJob: 1) with { Latency = new LatencyCoefficients(1, 0, 0) };
        return new Scenario
        {
            Name = "queue",
            Fleet = new FleetModel([site], ["gw"], [new WanLink("gw", "queue", 0)]),
            HorizonS = horizonS,
            SampleEveryS = horizonS,
            Workloads = [new IngressWorkload(new ArrivalProcess(ratePerS), sizes)],
        };
    }

    /// <summary>Three unlike sites and two ingresses at a moderate load.</summary>
    public static Scenario Small(double horizonS = 20_000, double ratePerS = 0.02)
    {
        var model = Model(
            Site("large", 24, checkpointS: 100),
            Site("small", 4, queueLimit: 3),
            Site("slow", 12) with { Latency = new LatencyCoefficients(1, 1, 0.02), Power = new PowerCoefficients(20, 10, 10) });
        var workload = new IngressWorkload(new ArrivalProcess(ratePerS), new LogNormalSize(400, 0.6));
        return new Scenario
        {
            Name = "small",
            Fleet = model,
            HorizonS = horizonS,
            SampleEveryS = 500,
            Workloads = [workload, workload],
        };
    }

    /// <summary>The same fleet where every site buys its energy at a price and with emissions of its own.</summary>
    public static Scenario WithPrices(Scenario scenario, double slotS = 300, Func<int, SiteEnergySpec, SiteEnergySpec>? shape = null, params double[] usdPerKwh)
    {
        var site = new SiteEnergySpec(new GridLimits(1000, 0)) { FixedLossShare = 0 };
        DataCenterSpec[] sites = [.. scenario.Fleet.Sites.Select((s, i) => s with { Energy = shape?.Invoke(i, site) ?? site })];
        var start = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return scenario with
        {
            Fleet = new FleetModel(sites, scenario.Fleet.Ingresses, scenario.Fleet.Links),
            Energy = new EnergyScenario
            {
                StartUtc = start,
                SlotS = slotS,
                Dispatch = "threshold",
                Forecast = EnergyForecast.Perfect,
                Signals = [.. sites.Select((_, i) => Signals(i))],
            },
        };

        SiteSignals Signals(int i) => new()
        {
            Price = Constant(SignalQuantity.PriceUsdPerKwh, usdPerKwh.Length > 0 ? usdPerKwh[i % usdPerKwh.Length] : 0.1 * (i + 1)),
            Carbon = Constant(SignalQuantity.CarbonKgPerKwh, 0.5 / (i + 1)),
        };

        SignalSeries Constant(SignalQuantity quantity, double value)
        {
            var hours = (int)Math.Ceiling(scenario.HorizonS / 3600) + 48;
            double[] values = [.. Enumerable.Repeat(value, hours)];
            return new SignalSeries("constant", quantity, start, TimeSpan.FromHours(1), values, new SignalSource("", "", "constant", "", hours, start, start.AddHours(hours - 1), "", 0));
        }
    }
}
