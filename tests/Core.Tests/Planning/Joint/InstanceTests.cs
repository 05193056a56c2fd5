using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Generated;

namespace ControlPlane.Core.Tests.Planning.Joint;

public sealed class InstanceTests
{
    [Fact]
    public void Finer_slots_and_more_jobs_leave_sites_and_their_series_as_they_are()
    {
        var (coarse, fine, more) = (SmallPlans.Small(7), SmallPlans.Small(7, slotsPerHour: 4), SmallPlans.Small(7, jobs: 9, classes: 5));
        for (var s = 0; s < 2; s++)
        {
            Assert.Equal(coarse.Sites[s].ImportUsdPerMwh, fine.Sites[s].ImportUsdPerMwh.Where((_, t) => t % 4 == 0));
            Assert.Equal(coarse.Sites[s].RenewableMw, fine.Sites[s].RenewableMw.Where((_, t) => t % 4 == 2));
            Assert.Equal(coarse.Sites[s].Storage, fine.Sites[s].Storage);
            Assert.Equal(coarse.Sites[s].ImportUsdPerMwh, more.Sites[s].ImportUsdPerMwh);
            Assert.Equal(coarse.Sites[s].Pue, more.Sites[s].Pue);
        }

        Assert.Equal(coarse.Jobs.Select(job => job.LengthSlots), more.Jobs.Take(3).Select(job => job.LengthSlots));
        Assert.NotEqual(coarse.Sites[0].ImportUsdPerMwh, SmallPlans.Small(8).Sites[0].ImportUsdPerMwh);
    }

    [Theory]
    [InlineData(RenewableMix.Poor)]
    [InlineData(RenewableMix.Mixed)]
    [InlineData(RenewableMix.Rich)]
    public void What_is_generated_is_allowed_and_of_the_size_asked_for(RenewableMix mix)
    {
        foreach (var seed in Enumerable.Range(1, 30))
        {
            var settings = new GeneratorSettings { Sites = 4, Jobs = 20, Classes = 6, Seed = seed, Renewables = mix, IsTight = seed % 2 == 0 };
            var instance = InstanceGenerator.Generate(settings);
            Assert.Null(instance.Complain());
            Assert.Equal((4, 24, 20, 6), (instance.Sites.Count, instance.Slots, instance.Jobs.Count, instance.Classes.Count));
            Assert.All(instance.Jobs, job => Assert.NotEmpty(job.Starts));
            Assert.All(instance.Classes, k => Assert.Contains(k.Origin, k.Sites));
            var full = instance.Sites.Sum(site => site.Gpus[0]);
            Assert.InRange(instance.Classes.Sum(k => k.DemandGpus.Average()) / full, 0.8 * (settings.IsTight ? 0.45 : 0.3), 1.2 * (settings.IsTight ? 0.45 : 0.3));
        }
    }

    [Fact]
    public void What_is_wrong_is_named_with_its_range()
    {
        var instance = SmallPlans.Small(1);
        Says("slot hours: 0", instance with { SlotHours = 0 });
        Says("site site-1: PUE: 0.5 in slot 2 must lie in [1, 100]", Site(instance, site => site with { Pue = [.. site.Pue.Select((pue, t) => t == 2 ? 0.5 : pue)] }));
        Says("site site-1: import price: 3 values for 8 slots", Site(instance, site => site with { ImportUsdPerMwh = [1, 2, 3] }));
        Says("site site-1: storage: charging efficiency: 1.5", Site(instance, site => site with { Storage = site.Storage! with { ChargeEfficiency = 1.5 } }));
        Says("site site-1: unit 0: least output: 9", Site(instance, site => site with { Units = [site.Units[0] with { MinMw = 9 }] }));
        Says("job job-1: deadline: slot 99 must lie in 0 to 8", instance with { Jobs = [instance.Jobs[0] with { DeadlineSlot = 99 }] });
        Says("class class-1: latency: 1 values for 2 sites", instance with { Classes = [instance.Classes[0] with { LatencyMs = [1] }] });
        Says("job job-1: the name is taken twice", instance with { Jobs = [instance.Jobs[0], instance.Jobs[0]] });
        Says("carbon budget: -1", instance with { Carbon = new CarbonTerms { BudgetT = -1 } });
        Assert.Contains("hours: 0", Assert.Throws<ArgumentException>(() => InstanceGenerator.Generate(new GeneratorSettings { Hours = 0 })).Message);
    }

    private static JointInstance Site(JointInstance instance, Func<JointSite, JointSite> change) => instance with { Sites = [change(instance.Sites[0]), .. instance.Sites.Skip(1)] };

    private static void Says(string words, JointInstance instance) => Assert.Contains(words, instance.Complain());
}
