using ControlPlane.Client.Hosting;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Network;
using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Client.Scenarios;

/// <summary>Temporary.</summary>
internal sealed class ScenarioSource : IScenarioSource
{
    public IReadOnlyList<string> Names => ["paper", "paper-independent"];

    public string TitleOf(string name) => name;

    public Scenario Load(string nameOrPath) => nameOrPath switch
    {
        "paper-independent" => Make(RandomMode.Independent) with { Name = "paper-independent" },
        "paper" => Make(RandomMode.Published),
        _ => throw new InputException($"there is no scenario '{nameOrPath}'{Nearest.Hint(nameOrPath, Names)}"),
    };

    private static Scenario Make(RandomMode mode)
    {
        double[] clocks = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];
        DataCenterSpec S(string n, string g, int c, double i, double p, double s, double pa, double pb, double pg, double ta, double tb, double tg) =>
            new() { Name = n, Gpu = new GpuType(g, i, p, s), GpuCount = c, Clocks = clocks, Power = new(pa, pb, pg), Latency = new(ta, tb, tg), CheckpointIntervalS = 600 };
        DataCenterSpec[] sites = [
   S("us-west","H100-PCIe",16,45,350,28,75,80,110,.0045,.032,.0012),S("us-east","A100-PCIe",32,45,300,28,65,60,90,.0050,.038,.0014),
   S("eu-west","L40S",256,40,350,25,55,40,70,.0060,.045,.0018),S("eu-central","H100-SXM5",16,55,700,35,90,85,120,.0042,.030,.0011),
   S("ap-southeast","L4",128,15,72,8,45,20,40,.0065,.060,.0022),S("ap-northeast","H200-PCIe",16,55,600,35,95,90,125,.0040,.029,.0010),
   S("sa-east","A30",512,25,165,12,50,35,65,.0062,.050,.0019),S("me-central","A10",512,20,150,10,40,25,50,.0068,.055,.0023)];
        string[] ing = [.. sites.Select(x => "gw-" + x.Name)];
        (string, string, double)[] l = [("us-west","us-west",12),("us-west","us-east",70),("us-west","eu-central",110),("us-west","ap-southeast",150),
  ("us-east","us-east",10),("us-east","us-west",70),("us-east","eu-west",90),("us-east","sa-east",110),
  ("eu-west","eu-west",10),("eu-west","eu-central",20),("eu-west","us-east",90),("eu-west","ap-northeast",190),
  ("eu-central","eu-central",10),("eu-central","me-central",60),("eu-central","ap-southeast",170),
  ("ap-southeast","ap-southeast",8),("ap-southeast","ap-northeast",60),("ap-southeast","eu-central",170),
  ("ap-northeast","ap-northeast",8),("ap-northeast","us-west",130),("ap-northeast","eu-west",190),
  ("sa-east","sa-east",12),("sa-east","us-east",110),("sa-east","eu-west",150),
  ("me-central","me-central",10),("me-central","eu-central",60),("me-central","ap-southeast",120)];
        var m = new FleetModel(sites, ing, l.Select(x => new WanLink("gw-" + x.Item1, x.Item2, x.Item3 / 1000)));
        return new Scenario { Name = "paper", Fleet = m, HorizonS = 86400 * 7, Random = mode, Workloads = [.. ing.Select(_ => new IngressWorkload(new ArrivalProcess(0.02), new LogNormalSize(50000, 0.4)))] };
    }
}
