using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;

namespace ControlPlane.Core.Tests.Fleet.Generation;

public sealed class ServiceProviderTests
{
    private static readonly SiteConditions Conditions = new(new Tariff(0.04, 0.032, 0.4));
    private static readonly ServiceProviderSpec Spec = new("asp", GenerationModels.Sdxl, 12);

    [Fact]
    public void Model_follows_the_measurements_it_was_fitted_to()
    {
        Assert.Equal(0.156 + 30 * 0.1079, GenerationModels.Sdxl.ServiceS(30, 1), 12);
        Assert.Equal(36 + 30 * 42.3, GenerationModels.Sdxl.EnergyJ(30, 1, Spec.Gpu), 9);
        // At half the clock the compute-bound 90 % of a step take twice as long.
        Assert.Equal(0.156 + 30 * 0.1079 * 1.9, GenerationModels.Sdxl.ServiceS(30, 0.5), 12);
        Assert.Equal(50 + (300 - 50) * (0.7 / 8 + 0.3 / 2), Spec.Gpu.PowerW(300, 0.5), 12);
        Assert.Equal(0.745, GenerationModels.Sdxl.Quality.At(18), 3);
    }

    [Theory]
    [InlineData(300, 60)]
    [InlineData(900, 15)]
    [InlineData(1500, 8)]
    [InlineData(4000, 8)]
    public void Clock_is_the_one_that_costs_least(int jobs, double deadlineS)
    {
        var chosen = Provider();
        chosen.Offer(new TransferOffer(Cohort(1, jobs, deadlineS), 18, 0));
        var trials = chosen.WeighClocks(Conditions);
        var clock = chosen.CloseSlot(0, Conditions, []).Clock;
        var single = Spec.Gpu.Clocks.Select(c => (Clock: c, CostUsd: CostAt(c, jobs, deadlineS))).ToArray();
        Assert.Equal(single.Select(t => Math.Round(t.CostUsd, 9)), trials.Select(t => Math.Round(t.CostUsd, 9)));
        Assert.Equal(single.MinBy(t => t.CostUsd).Clock, clock);
    }

    [Fact]
    public void Idle_hours_are_run_slowly_and_rush_hours_fast()
    {
        Assert.True(ClockFor(200, 60) < 1);
        Assert.Equal(1, ClockFor(1650, 8));
    }

    [Fact]
    public void Of_two_clocks_that_cost_the_same_it_is_the_slower_one()
    {
        Assert.Equal(1, ClockTrial.Best([new(0.5, 3, 0, 0), new(0.6, 2, 1, 1), new(0.7, 4, 0, 2), new(1, 3, 0, 0.5)]));
        // Without work and with idle GPUs that draw nothing, every clock costs the same.
        Assert.Equal(0.5, Provider().CloseSlot(0, Conditions, []).Clock);
    }

    [Fact]
    public void Offer_that_comes_three_times_counts_once()
    {
        var provider = Provider();
        var offer = new TransferOffer(Cohort(7, 100, 30), 18, 0.6);
        for (var i = 0; i < 3; i++)
            Assert.Equal(TransferAnswer.Accepted, provider.Offer(offer));
        Assert.Equal(100 * GenerationModels.Sdxl.ServiceS(18, 1) / 3600, provider.Status.LoadShare, 9);
        List<CohortOutcome> first = [];
        List<CohortOutcome> second = [];
        var closed = provider.CloseSlot(0, Conditions, first);
        Assert.Equal(TransferAnswer.Accepted, provider.Offer(offer));
        Assert.Equal(0, provider.Status.LoadShare);
        Assert.Equal(closed, provider.CloseSlot(0, Conditions, second));
        Assert.Equal(first, second);
        Assert.Equal(100, Assert.Single(first).Jobs.OnTime);
        Assert.Throws<ArgumentException>(() => provider.CloseSlot(5, Conditions, []));
    }

    [Fact]
    public void Full_and_draining_providers_decline()
    {
        var provider = new ServiceProvider(Spec with { MaxWaitS = 20 }, new GenerationTerms(), 300, 60);
        Assert.Equal(TransferAnswer.Accepted, provider.Offer(new TransferOffer(Cohort(1, 1700, 60), 18, 0)));
        Assert.Equal(TransferAnswer.DeclinedFull, provider.Offer(new TransferOffer(Cohort(2, 1700, 60), 18, 0)));
        provider.IsDraining = true;
        Assert.Equal(TransferAnswer.DeclinedDraining, provider.Offer(new TransferOffer(Cohort(3, 1, 60), 18, 0)));
        Assert.Equal(TransferAnswer.DeclinedFull, provider.Offer(new TransferOffer(Cohort(2, 1700, 60), 18, 0)));
        List<CohortOutcome> outcomes = [];
        provider.CloseSlot(0, Conditions, outcomes);
        Assert.Equal(1, Assert.Single(outcomes).Cohort.Id);
    }

    [Fact]
    public void Quote_keeps_what_it_says()
    {
        var provider = Provider();
        var cohort = Cohort(1, 600, 6);
        var quote = provider.Quote(cohort, 18, 0.7, Conditions);
        Assert.True(quote.IsFeasible);
        Assert.Equal(1.4 + GenerationModels.Sdxl.ServiceS(18, 1), quote.CompletionS, 9);
        Assert.False(provider.Quote(cohort, 42, 0.7, Conditions).IsFeasible);
        provider.Offer(new TransferOffer(cohort, 18, 0.7));
        Assert.Equal(quote.LoadShare, provider.Status.LoadShare, 12);
        List<CohortOutcome> outcomes = [];
        provider.CloseSlot(0, Conditions, outcomes);
        var outcome = Assert.Single(outcomes);
        Assert.Equal(600, outcome.Jobs.OnTime);
        Assert.Equal(600 * quote.Quality * 2e-4, outcome.RevenueUsd, 12);
    }

    private static double CostAt(double clock, int jobs, double deadlineS)
    {
        var provider = new ServiceProvider(Spec with { Gpu = Spec.Gpu with { Clocks = [clock] } }, new GenerationTerms(), 300, 60);
        provider.Offer(new TransferOffer(Cohort(1, jobs, deadlineS), 18, 0));
        var slot = provider.CloseSlot(0, Conditions, []);
        var loadKw = Spec.LoadKw(slot.Queue.TakenGpuS, slot.Queue.TakenJ, 300);
        return Spec.BillUsd(loadKw, Conditions, 300) + slot.PenaltyUsd - slot.RevenueUsd;
    }

    private static double ClockFor(int jobs, double deadlineS)
    {
        var provider = Provider();
        provider.Offer(new TransferOffer(Cohort(1, jobs, deadlineS), 18, 0));
        return provider.CloseSlot(0, Conditions, []).Clock;
    }

    private static ServiceProvider Provider() => new(Spec, new GenerationTerms(), 300, 60);

    private static GenerationCohort Cohort(long id, int jobs, double deadlineS) => new(id, 0, 0, 0, deadlineS, 0, 1, jobs, 1, 3e5);
}
