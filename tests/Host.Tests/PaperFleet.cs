using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Network;
using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Host.Tests;

/// <summary>The fleet, network and load of the published study, in code.</summary>
internal static class PaperFleet
{
    private const double WeekS = 7 * 86_400;
    private static readonly double[] Clocks = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];

    private static readonly (string Ingress, string Site, double Milliseconds)[] Links =
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

    /// <summary>The published week.</summary>
    public static Scenario Week(RandomMode random)
    {
        DataCenterSpec[] sites =
        [
            Site("us-west", "H100-PCIe", 16, 28, new(75, 80, 110), new(.0045, .032, .0012)),
            Site("us-east", "A100-PCIe", 32, 28, new(65, 60, 90), new(.0050, .038, .0014)),
            Site("eu-west", "L40S", 256, 25, new(55, 40, 70), new(.0060, .045, .0018)),
            Site("eu-central", "H100-SXM5", 16, 35, new(90, 85, 120), new(.0042, .030, .0011)),
            Site("ap-southeast", "L4", 128, 8, new(45, 20, 40), new(.0065, .060, .0022)),
            Site("ap-northeast", "H200-PCIe", 16, 35, new(95, 90, 125), new(.0040, .029, .0010)),
            Site("sa-east", "A30", 512, 12, new(50, 35, 65), new(.0062, .050, .0019)),
            Site("me-central", "A10", 512, 10, new(40, 25, 50), new(.0068, .055, .0023)),
        ];
        string[] ingresses = [.. sites.Select(s => "gw-" + s.Name)];
        var links = Links.Select(l => new WanLink("gw-" + l.Ingress, l.Site, l.Milliseconds / 1000));
        return new Scenario
        {
            Name = "paper",
            Fleet = new FleetModel(sites, ingresses, links),
            HorizonS = WeekS,
            Random = random,
            Workloads = [.. ingresses.Select(_ => new IngressWorkload(new ArrivalProcess(0.02), new LogNormalSize(50_000, 0.4)))],
        };
    }

    private static DataCenterSpec Site(string name, string gpu, int count, double sleepW, PowerCoefficients power, LatencyCoefficients latency) => new()
    {
        Name = name,
        Gpu = new GpuType(gpu, 50, 300, sleepW),
        GpuCount = count,
        Clocks = Clocks,
        Power = power,
        Latency = latency,
        CheckpointIntervalS = 600,
    };
}
