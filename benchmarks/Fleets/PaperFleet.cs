using ControlPlane.Fleet;
using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Benchmarks.Fleets;

/// <summary>The shipped scenario of the published fleet, taken apart for fleets of other sizes.</summary>
internal static class PaperFleet
{
    private const double WeekS = 7 * 86_400;
    private static readonly Scenario Paper = ScenarioReader.Read(ScenarioCatalog.Shipped.Find("paper"));

    public static FleetModel Model => Paper.Fleet;

    public static IReadOnlyList<DataCenterSpec> Sites => Paper.Fleet.Sites;

    public static IngressWorkload Workload => Paper.Workloads[0];

    /// <summary>Jobs per second at each ingress.</summary>
    public static double RatePerS => Workload.Arrivals!.RatePerS;

    /// <summary>The published week: one random stream in the published order, so that its tables come out to the integer.</summary>
    /// <param name="horizonS">How long, seconds.</param>
    public static Scenario Published(double horizonS = WeekS) => Paper with { HorizonS = horizonS };

    public static string Gateway(string site) => "gw-" + site;
}
