using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Network;
using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Benchmarks.Fleets;

/// <summary>The eight data centres of CHSAC-AF (section V and its public configuration), with the training workload of its Table II.</summary>
internal static class PaperFleet
{
    public const double WeekS = 7 * 86_400;

    /// <summary>Jobs per second at each ingress.</summary>
    public const double RatePerS = 0.02;

    private static readonly double[] Clocks = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];

    // One way in ms, from the ingress of the first to the second.
    private static readonly (string From, string To, double Ms)[] Links =
    [
        ("us-west", "us-west", 12), ("us-west", "us-east", 70), ("us-west", "eu-central", 110), ("us-west", "ap-southeast", 150),
        ("us-east", "us-east", 10), ("us-east", "us-west", 70), ("us-east", "eu-west", 90), ("us-east", "sa-east", 110),
        ("eu-west", "eu-west", 10), ("eu-west", "eu-central", 20), ("eu-west", "us-east", 90), ("eu-west", "ap-northeast", 190),
        ("eu-central", "eu-central", 10), ("eu-central", "me-central", 60), ("eu-central", "ap-southeast", 170),
        ("ap-southeast", "ap-southeast", 8), ("ap-southeast", "ap-northeast", 60), ("ap-southeast", "eu-central", 170),
        ("ap-northeast", "ap-northeast", 8), ("ap-northeast", "us-west", 130), ("ap-northeast", "eu-west", 190),
        ("sa-east", "sa-east", 12), ("sa-east", "us-east", 110), ("sa-east", "eu-west", 150),
        ("me-central", "me-central", 10), ("me-central", "eu-central", 60), ("me-central", "ap-southeast", 120),
    ];

    public static IReadOnlyList<DataCenterSpec> Sites { get; } =
    [
        Site("us-west", new("H100-PCIe", 45, 350, 28), 16, new(75, 80, 110), new(.0045, .032, .0012)),
        Site("us-east", new("A100-PCIe", 45, 300, 28), 32, new(65, 60, 90), new(.0050, .038, .0014)),
        Site("eu-west", new("L40S", 40, 350, 25), 256, new(55, 40, 70), new(.0060, .045, .0018)),
        Site("eu-central", new("H100-SXM5", 55, 700, 35), 16, new(90, 85, 120), new(.0042, .030, .0011)),
        Site("ap-southeast", new("L4", 15, 72, 8), 128, new(45, 20, 40), new(.0065, .060, .0022)),
        Site("ap-northeast", new("H200-PCIe", 55, 600, 35), 16, new(95, 90, 125), new(.0040, .029, .0010)),
        Site("sa-east", new("A30", 25, 165, 12), 512, new(50, 35, 65), new(.0062, .050, .0019)),
        Site("me-central", new("A10", 20, 150, 10), 512, new(40, 25, 50), new(.0068, .055, .0023)),
    ];

    public static IngressWorkload Workload { get; } = new(new ArrivalProcess(RatePerS), new LogNormalSize(50_000, 0.4));

    public static FleetModel Model { get; } = new(
        Sites,
        [.. Sites.Select(s => Gateway(s.Name))],
        Links.Select(l => new WanLink(Gateway(l.From), l.To, l.Ms / 1000)));

    /// <summary>The published week: one random stream in the published order, so that its tables come out to the integer.</summary>
    /// <param name="horizonS">How long, seconds.</param>
    public static Scenario Published(double horizonS = WeekS) => new()
    {
        Name = "paper",
        Fleet = Model,
        HorizonS = horizonS,
        Random = RandomMode.Published,
        Workloads = [.. Sites.Select(_ => Workload)],
    };

    public static string Gateway(string site) => "gw-" + site;

    private static DataCenterSpec Site(string name, GpuType gpu, int gpus, PowerCoefficients power, LatencyCoefficients latency) => new()
    {
        Name = name,
        Gpu = gpu,
        GpuCount = gpus,
        Clocks = Clocks,
        Power = power,
        Latency = latency,
        CheckpointIntervalS = 600,
    };
}
