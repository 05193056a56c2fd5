using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Ingresses;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Contracts;

/// <summary>Nothing is lost between Fleet and the wire, in both directions; every field has a value of its own, so that no two can be swapped.</summary>
public sealed class MappingTests
{
    private static readonly Job Job = new(new JobId(1), 2, 3, 4);
    private static readonly WorkItem Item = new(Job, 5, new Allocation(6, 7), 8, 9, 10, 11, 12);

    [Fact]
    public void Shipments_and_runs_survive()
    {
        var shipment = new Shipment(Item, 13, 14, 15, 16);
        Assert.Equal(shipment, shipment.ToWire().ToFleet());
        var run = new Run(Item, new Allocation(17, 18), 19, 20, 21, 22, 23, 24);
        Assert.Equal(run, run.ToWire().ToFleet());
    }

    [Fact]
    public void Constraints_survive()
    {
        var mapped = (Job with { Constraint = new SiteSet(70, [0, 3, 69]) }).ToWire().ToFleet();
        Assert.Equal([0, 3, 69], Enumerable.Range(0, 70).Where(mapped.MayRunAt));
    }

    [Fact]
    public void Reports_survive()
    {
        foreach (var (accepting, up, draining) in new[] { (true, false, false), (false, true, false), (false, false, true) })
        {
            var status = new SiteStatus(1, 2, 3, 4, 5, accepting, up, draining, 6, 7);
            Assert.Equal(status, status.ToWire().ToFleet());
        }

        Assert.All(Enum.GetValues<AdmitOutcome>(), o => Assert.Equal(o, o.ToWire().ToFleet()));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((AdmissionCode)99).ToFleet());
    }

    [Fact]
    public void A_fleet_survives()
    {
        var model = TestFleets.Model(
            TestFleets.Site("a", 24, queueLimit: 3, checkpointS: 100) with { DefaultClock = 0.5, Power = new(1, 2, 3), Latency = new(4, 5, 6) },
            TestFleets.Site("b", 2, maxGpusPerJob: 9) with { Energy = TestFleets.Energy with { Cooling = new(7, 8, 9, 1, 11), Wind = new(12), FixedLossShare = 0.13 } });
        var mapped = model.ToWire().ToFleet();
        Assert.Equal(model.Ingresses, mapped.Ingresses);
        Assert.Equal(model.Links, mapped.Links);
        foreach (var (expected, actual) in model.Sites.Zip(mapped.Sites))
        {
            Assert.Equal(expected.Clocks, actual.Clocks);
            Assert.Equal(expected, actual with { Clocks = expected.Clocks });
        }
    }
}
