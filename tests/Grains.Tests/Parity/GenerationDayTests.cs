using ControlPlane.Core.Tests.Generation;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Generation;
using ControlPlane.Simulation.Generation.Arrivals;
using ControlPlane.Simulation.Generation.Results;

namespace ControlPlane.Grains.Tests.Parity;

/// <summary>A day of generation gives the same event log and the same figures whether providers, sites and batteries are grains or called directly.</summary>
[Collection(ClusterTests.Name)]
public sealed class GenerationDayTests(Clusters clusters)
{
    private static readonly int Slots = TestScale.Pick(120, 288);

    [Theory]
    [InlineData("greedy", 3)]
    [InlineData("random", 1)]
    [InlineData("least-loaded", 3)]
    public void A_hard_day_is_the_same(string policy, int silos)
    {
        var scenario = Cut(GenerationPresets.Hard(TestDays.Signals(4))) with { Dispatch = "threshold" };
        scenario = scenario with { Providers = [.. scenario.Providers.Select(p => p with { Energy = p.Energy with { Battery = p.Energy.Battery! with { WearUsdPerKwh = 0.001 } } })] };
        var direct = Run(scenario, policy, new GenerationRunOptions());
        var onGrains = Run(scenario, policy, new GenerationRunOptions { Host = clusters.GenerationHost(silos) });
        Assert.True(direct.Energy.ChargeKwh > 0 && direct.Energy.ImportKwh > 0, "the day is too quiet to show anything");
        Assert.Equal((direct.Events, direct.Hash), (onGrains.Events, onGrains.Hash));
        Assert.Equal(direct.Money, onGrains.Money);
        Assert.Equal(direct.Energy, onGrains.Energy);
        Assert.Equal(direct.Jobs, onGrains.Jobs);
    }

    [Fact]
    public void A_day_of_single_jobs_with_declined_transfers_is_the_same()
    {
        var scenario = Cut(GenerationPresets.Normal(TestDays.Signals(5))) with { SlotCount = 2 };
        scenario = scenario with
        {
            Arrivals = scenario.Arrivals with { Mode = ArrivalMode.PerJob },
            Signals = [.. scenario.Signals.Select(s => new ProviderSignals([.. s.Day.Take(2)], [.. s.DayBefore.Take(2)]))],
            Providers = [.. scenario.Providers.Select(p => p with { Queue = QueueKind.Fifo, MaxWaitS = 4, Gpus = p.Gpus / 3 })],
        };
        var direct = Run(scenario, "random", new GenerationRunOptions());
        Assert.True(direct.DeclinedOffers > 0);
        Assert.Equal(direct.Hash, Run(scenario, "random", new GenerationRunOptions { Host = clusters.GenerationHost(3) }).Hash);
    }

    [Fact]
    public async Task A_battery_that_is_dispatched_twice_for_a_slot_does_it_once()
    {
        var battery = clusters.Grains.GetGrain<ISimulatedBatteryGrain>(GrainKeys.Battery("twice", "here"));
        await battery.Open(new BatterySetup(new BatterySpec(10, 5, 5).ToWire(), 0.5));
        var once = await battery.Dispatch(0, 2, 1);
        Assert.Equal(once, await battery.Dispatch(0, 2, 1));
        Assert.True((await battery.Dispatch(1, 2, 1)).StoredKwh > once.StoredKwh);
        await Assert.ThrowsAsync<ArgumentException>(() => battery.Dispatch(0, 2, 1));
        await battery.Close();
    }

    [Fact]
    public async Task An_offer_that_comes_twice_counts_once()
    {
        var provider = clusters.Grains.GetGrain<ISimulatedProviderGrain>(GrainKeys.Provider("twice", "here"));
        var scenario = GenerationPresets.Hard(TestDays.Signals(4));
        await provider.Open(new ServiceProviderSetup(scenario.Providers[0].ToWire(), 2e-4, 1e-4, 300, 20));
        var offer = new TransferOffer(new GenerationCohort(7, 0, 0, 0, 20, 0, 1, 100, 1, 3e5), 10, 0).ToWire();
        Assert.Equal(TransferCode.Accepted, await provider.Offer(offer));
        var load = (await provider.Status()).LoadShare;
        Assert.Equal(TransferCode.Accepted, await provider.Offer(offer));
        Assert.Equal(load, (await provider.Status()).LoadShare);
        await provider.Close();
    }

    private static GenerationScenario Cut(GenerationScenario scenario) => scenario with
    {
        SlotCount = Slots,
        Signals = [.. scenario.Signals.Select(s => new ProviderSignals([.. s.Day.Take(Slots)], [.. s.DayBefore.Take(Slots)]))],
    };

    private static GenerationResult Run(GenerationScenario scenario, string policy, GenerationRunOptions options) =>
        GenerationSimulator.Run(scenario, new PolicySpec(policy), 9, options);
}
