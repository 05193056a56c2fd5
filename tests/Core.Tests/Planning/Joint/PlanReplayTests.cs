using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Core.Tests.Planning.Joint;

public sealed class PlanReplayTests
{
    [Fact]
    public async Task The_replay_earns_what_the_programme_says_and_the_plan_is_a_point_of_the_programme()
    {
        foreach (var seed in Enumerable.Range(1, TestScale.Pick(3, 20)))
        {
            var instance = SmallPlans.Small(seed) with { Carbon = new CarbonTerms { UsdPerT = 40, BudgetT = 1 } };
            var model = new JointModel(instance);
            var solution = await new BranchAndBound(TimeProvider.System).SolveAsync(model.Program, new MixedIntegerOptions { RelativeGap = 1e-6 });
            var plan = model.Read(solution.Values!);
            var account = PlanReplay.Run(instance, plan);
            Assert.Empty(account.Violations);
            Assert.Equal(model.BenefitUsd(solution.Objective), account.Money.BenefitUsd, 1e-5 * Math.Abs(account.Money.BenefitUsd));
            // Slot by slot it earns the same: with a budget that is broken, units that start and batteries that are worth something in the end.
            Assert.Equal(account.Money.BenefitUsd, account.BenefitUsd.Sum(), 1e-6);
            var written = model.Write(plan, account);
            Assert.Empty(MixedIntegerCheck.Of(model.Program, written).Violations);
            Assert.Equal(plan.Starts, model.Read(written).Starts);
        }
    }

    [Fact]
    public async Task Every_rule_that_is_broken_is_named()
    {
        var instance = SmallPlans.Small(2, hours: 10, jobs: 4);
        var plan = (await SmallPlans.Planner().PlanAsync(instance)).Plan!;
        var run = Enumerable.Range(0, plan.Starts.Count).First(j => plan.Starts[j] is not null);
        var job = instance.Jobs[run];
        Breaks("before its release", instance, Move(plan, run, new JobStart(plan.Starts[run]!.Value.Site, job.ReleaseSlot - 1)));
        Breaks("after its deadline", instance, Move(plan, run, new JobStart(plan.Starts[run]!.Value.Site, job.DeadlineSlot - job.LengthSlots + 1)));
        Breaks("at a site that may not", instance with { Jobs = [.. instance.Jobs.Select((x, j) => j == run ? x with { Sites = [1 - plan.Starts[run]!.Value.Site] } : x)] }, plan);
        Breaks("must run and does not", instance with { Jobs = [.. instance.Jobs.Select(x => x with { IsMandatory = true })] }, Move(plan, run, null));
        Breaks("GPUs of site-1", instance with { Sites = [.. instance.Sites.Select(site => site with { Gpus = [.. site.Gpus.Select(_ => 1.0)] })] }, plan);
        Breaks("which is too far", instance with { Classes = [.. instance.Classes.Select(k => k with { LatencyLimitMs = 0 })] }, plan);
        Breaks("power balance of site-1 in slot 3", instance, Change(plan, site => site with { ImportMw = With(site.ImportMw, 3, site.ImportMw[3] + 0.01) }));
        Breaks("import of site-1 in slot 2", instance, Change(plan, site => site with { ImportMw = With(site.ImportMw, 2, 99) }));
        Breaks("sun and wind of site-1 in slot 2", instance, Change(plan, site => site with { RenewableMw = With(site.RenewableMw, 2, 99) }));
        Breaks("import and export at once", instance, Change(plan, site => site with { ImportMw = [.. site.ImportMw.Select(x => x + 0.1)], ExportMw = [.. site.ExportMw.Select(x => x + 0.1)] }));
        Breaks("charging and discharging at once", instance, Change(plan, site => site with { ChargeMw = [.. site.ChargeMw.Select(x => x + 0.01)], DischargeMw = [.. site.DischargeMw.Select(x => x + 0.01)] }));
        Breaks("stored energy of site-1 in slot", instance, Change(plan, site => site with { ChargeMw = [.. site.ChargeMw.Select(x => x + 0.5)] }));
        Breaks("stored energy of site-1 at the end", instance, Change(plan, site => site with { DischargeMw = With(site.DischargeMw, 9, site.DischargeMw[9] + 0.2) }));
    }

    [Fact]
    public void A_unit_keeps_its_times_its_ramp_and_its_limits()
    {
        var unit = new JointUnit { MaxMw = 1, MinMw = 0.4, UsdPerMwh = 50, NoLoadUsdPerH = 5, StartUsd = 20, TPerMwh = 0.5, RampMw = 0.3, MinUpSlots = 3, MinDownSlots = 2 };
        var site = SmallPlans.Plain("a", 0, 1, 1, 1, 1, 1, 1) with { Units = [unit], ExportMw = 5, IdleMw = 0 };
        var instance = new JointInstance { Name = "unit", SlotHours = 1, Slots = 6, Sites = [site] };
        Assert.Empty(Run(instance, 0, 0.4, 0.7, 1, 0.7, 0.4).Violations);
        Assert.Equal(20 + 5 * 5 + 50 * 3.2, Run(instance, 0, 0.4, 0.7, 1, 0.7, 0.4).Money.UnitsUsd, 9);
        Assert.Equal(1.6, Run(instance, 0, 0.4, 0.7, 1, 0.7, 0.4).EmissionsT, 9);
        Names("stopped too soon in slot 3", Run(instance, 0, 0.4, 0.4, 0, 0, 0));
        Names("started too soon in slot 4", Run(instance, 0.4, 0.4, 0.4, 0, 0.4, 0.4));
        Names("ramp up of unit 0 of a in slot 2", Run(instance, 0, 0.4, 0.8, 0.8, 0.8, 0.8));
        Names("ramp down of unit 0 of a in slot 4", Run(instance, 0.4, 0.7, 0.7, 0.7, 0, 0));
        Names("least output of unit 0 of a in slot 0", Run(instance, 0.2, 0.4, 0.4, 0.4, 0.4, 0.4));
        Names("in which it is held", Run(instance with { Sites = [site with { Units = [unit with { HeldSlots = 2 }] }] }, 0, 0.4, 0.4, 0.4, 0.4, 0.4));
    }

    private static PlanAccount Run(JointInstance instance, params double[] outputMw)
    {
        double[] none = new double[outputMw.Length];
        return PlanReplay.Run(instance, new JointPlan
        {
            Starts = [],
            Routes = [],
            Sites = [new SitePlan { ImportMw = none, ExportMw = outputMw, RenewableMw = none, ChargeMw = none, DischargeMw = none, UnitMw = [outputMw], UnitOn = [[.. outputMw.Select(mw => mw > 0)]] }],
        });
    }

    private static void Breaks(string rule, JointInstance instance, JointPlan plan) => Names(rule, PlanReplay.Run(instance, plan));

    private static void Names(string rule, PlanAccount account) => Assert.Contains(account.Violations, violation => violation.Rule.Contains(rule, StringComparison.Ordinal));

    private static JointPlan Move(JointPlan plan, int job, JobStart? start) => plan with { Starts = [.. plan.Starts.Select((old, j) => j == job ? start : old)] };

    private static JointPlan Change(JointPlan plan, Func<SitePlan, SitePlan> change) => plan with { Sites = [change(plan.Sites[0]), .. plan.Sites.Skip(1)] };

    private static double[] With(IReadOnlyList<double> series, int slot, double value) => [.. series.Select((old, t) => t == slot ? value : old)];
}
