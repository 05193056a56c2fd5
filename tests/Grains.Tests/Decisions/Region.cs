using ControlPlane.Fleet;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>A live region of a test: three unlike sites, two ingresses, a name that no other test has.</summary>
internal sealed class Region(DecisionCluster cluster)
{
    public static readonly FleetModel Model = TestFleets.Small().Fleet;

    public string Name { get; } = Guid.NewGuid().ToString("N");

    public ICoordinatorGrain Coordinator => cluster.Grains.GetGrain<ICoordinatorGrain>(Name);

    public IFleetBoardGrain Board => cluster.Grains.GetGrain<IFleetBoardGrain>(Name);

    public IPolicyGrain Worker => WorkerOf(0);

    public IPolicyGrain WorkerOf(int silo) => cluster.Of(silo).GetGrain<IPolicyGrain>(Name);

    public static PolicyRecord Policy(string name, params (string Name, string Value)[] settings) =>
        new(name, [.. settings.Select(s => new SettingRecord(s.Name, s.Value))]);

    public static RegionSetup Setup(string policy) => new(Model.ToWire(), PolicyModels.Load(new PolicySpec(policy)).ToWire(), 7, 400, 16);

    public static JobRecord Job(long id, SiteSetRecord? constraint = null, int ingress = 0) => new(id, ingress, 400, 0, constraint);

    public static DecisionRequest Jobs(int count, double nowS) => new([.. Enumerable.Range(1, count).Select(id => Job(id))], nowS);

    /// <summary>A report of a site that has nothing to do.</summary>
    public static SiteStatus Idle(int site, double nowS) => new DataCenter(site, Model.Sites[site], Model.Tables[site]).Status(nowS);

    /// <summary>Takes the board away and waits until there is another one.</summary>
    public async Task LoseBoard()
    {
        var before = (await Board.Changes(0)).Position.Incarnation;
        await DecisionCluster.Lose(Board);
        await DecisionCluster.Until(() => Board.Changes(0), c => c.Position.Incarnation != before);
    }

    /// <summary>Reports to the board and waits until it knows.</summary>
    /// <returns>The board then.</returns>
    public async Task<BoardPositionRecord> Report(params SiteStatus[] statuses)
    {
        SiteStatusRecord[] expected = [.. statuses.Select(s => s.ToWire())];
        foreach (var status in expected)
            await Board.Report(status);
        var changes = await DecisionCluster.Until(() => Board.Changes(0), c => expected.All(c.Statuses.Contains));
        return changes.Position;
    }
}
