using System.Buffers.Binary;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Planned;

namespace ControlPlane.Core.Tests.Policies.Planned;

/// <summary>Plans as files: they come back as they were, and what is wrong with one is said.</summary>
public sealed class FleetPlanTests
{
    private static readonly ControlPlane.Fleet.FleetModel Fleet = TestFleets.Small().Fleet;

    [Fact]
    public void A_plan_comes_back_from_its_bytes_as_it_was()
    {
        var plan = PlanSpecs.Of(Fleet, [[1, 2], [3, 4], [5, 6.5]], [[-0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], [[0, 1], [2, 3], [4, 5]], repeats: false, batteryKw: [[-5, 5], [0, 0], [1.5, -2]]);
        var read = FleetPlan.Read(plan.ToBytes());
        Assert.Equal((plan.Scenario, plan.Terms, plan.MeanUsdPerKwh), (read.Scenario, read.Terms, read.MeanUsdPerKwh));
        Assert.Equal(plan.Fleet, read.Fleet);
        for (var site = 0; site < 3; site++)
        {
            Assert.Equal(plan.Sites[site].MostGpus, read.Sites[site].MostGpus);
            Assert.Equal(plan.Sites[site].GpuUsdPerH, read.Sites[site].GpuUsdPerH);
            Assert.Equal(plan.Sites[site].EnergyUsdPerKwh, read.Sites[site].EnergyUsdPerKwh);
            Assert.Equal(plan.Sites[site].BatteryKw, read.Sites[site].BatteryKw);
        }
    }

    [Fact]
    public void The_shipped_plan_is_the_one_that_plans_nothing()
    {
        Assert.Equal(FleetPlan.Open.ToBytes(), File.ReadAllBytes(Path.Combine(Repository.Root, "models", "planned.model")));
        Assert.True(FleetPlan.Read(FleetPlan.Open.ToBytes()).IsOpen);
    }

    [Theory]
    [InlineData(true, 0, 0)]
    [InlineData(true, 3599.9, 0)]
    [InlineData(true, 3600, 1)]
    [InlineData(true, 7200, 0)]
    [InlineData(true, -1, 1)]
    [InlineData(false, 7199, 1)]
    [InlineData(false, 7200, -1)]
    [InlineData(false, -1, -1)]
    public void A_time_is_in_its_slot(bool repeats, double timeS, int slot) =>
        Assert.Equal(slot, new FleetPlanTerms { Slots = 2, Repeats = repeats }.SlotAt(timeS));

    [Fact]
    public void A_file_that_is_no_sound_plan_is_refused_with_what_is_wrong()
    {
        var bytes = Plan().ToBytes();
        Assert.Contains("truncated", Refusal(bytes[..^50]), StringComparison.Ordinal);
        Assert.Contains("checksum", Refusal([.. bytes[..^40], (byte)(bytes[^40] ^ 1), .. bytes[^39..]]), StringComparison.Ordinal);
        Assert.Contains("does not begin as one", Refusal([1, 2, 3, 4, 5, 6, 7, 8, 9]), StringComparison.Ordinal);
        Assert.Contains("of a placement-model, not of a fleet-plan", Refusal(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "chsac.model"))), StringComparison.Ordinal);
        var older = bytes.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(older.AsSpan(8), 1);
        Assert.Contains("older version 1", Refusal(older), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_of_another_fleet_is_refused_with_where_they_differ()
    {
        var other = TestFleets.Model(TestFleets.Site("large", 24), TestFleets.Site("medium", 8), TestFleets.Site("slow", 12));
        var plan = PlanSpecs.Of(other, [[1], [1], [1]]);
        Assert.Contains("'small test 4 of 4' where the other has 'medium test 4 of 8'", Refusal(plan.ToBytes()), StringComparison.Ordinal);
        Assert.Contains("this one has 3 sites", Refusal(PlanSpecs.Of(TestFleets.Model(TestFleets.Site("large", 24)), [[1]]).ToBytes()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 0, 0.1, "most GPUs in slot 0 is -1")]
    [InlineData(double.NaN, 0, 0.1, "most GPUs in slot 0")]
    [InlineData(1, -0.5, 0.1, "price of a GPU-hour in slot 0")]
    [InlineData(1, 0, double.PositiveInfinity, "price of energy in slot 0")]
    public void Numbers_that_cannot_be_are_refused_by_name(double most, double gpuUsd, double energyUsd, string complaint)
    {
        var error = Assert.Throws<ArgumentException>(() => PlanSpecs.Of(Fleet, [[most], [1], [1]], [[energyUsd], [0.1], [0.1]], [[gpuUsd], [0], [0]]));
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    private static FleetPlan Plan() => PlanSpecs.Of(Fleet, [[1, 2], [3, 4], [5, 6]]);

    private static string Refusal(byte[] bytes)
    {
        var spec = new PolicySpec("planned") { Model = new PolicyModel("wrong.plan", bytes) };
        var context = new PolicyContext(new FleetView(Fleet), new RandomStream(1, "policy"), null, 400, 16);
        return Assert.Throws<ArgumentException>(() => PolicyCatalog.Create(spec, context)).Message;
    }
}
