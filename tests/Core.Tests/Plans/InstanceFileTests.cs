using ControlPlane.Planning.Joint.Generated;
using ControlPlane.Simulation.Plans.Files;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Plans;

public sealed class InstanceFileTests
{
    private const string Tiny =
        """
        {
          "format": "controlplane.plan-instance/1",
          "name": "tiny", "slot_hours": 1, "slots": 4,
          "sites": [
            {
              "name": "north",
              "gpus": 8, "mw_per_gpu": 0.001, "pue": [1.1, 1.2, 1.2, 1.1],
              "import_usd_per_mwh": 60, "export_usd_per_mwh": 40, "grid_t_per_mwh": 0.4, "renewable_mw": 0, "import_mw": 1
            }
          ],
          "jobs": [{ "name": "j", "gpus": 4, "length_slots": 2, "release_slot": 0, "deadline_slot": 4, "value_usd": 100, "sites": [0] }]
        }
        """;

    [Fact]
    public void What_was_written_is_read_back_to_the_bit()
    {
        var instance = SmallInstances.Generated;
        var text = InstanceFile.Write(instance);
        var read = InstanceFile.Parse(text, "x.json");
        Assert.Equal(text, InstanceFile.Write(read));
        Assert.Equivalent(instance, read, strict: true);
    }

    [Fact]
    public void A_single_number_is_a_series_of_the_same_value_and_missing_limits_are_infinite()
    {
        var site = InstanceFile.Parse(Tiny, "tiny.json").Sites[0];
        Assert.Equal([8.0, 8, 8, 8], site.Gpus);
        Assert.Equal([1.1, 1.2, 1.2, 1.1], site.Pue);
        Assert.Equal(double.PositiveInfinity, site.CoolingMw);
        Assert.DoesNotContain("cooling", InstanceFile.Write(InstanceFile.Parse(Tiny, "tiny.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_takes_one_line()
    {
        var instance = InstanceGenerator.Generate(new GeneratorSettings { SlotsPerHour = 4 });
        Assert.All(InstanceFile.Write(instance).Split('\n'), line => Assert.False(line.Trim().TrimEnd(',') is var number && double.TryParse(number, out _), line));
    }

    [Fact]
    public void A_latency_without_end_survives()
    {
        var far = SmallInstances.Generated with { Classes = [SmallInstances.Generated.Classes[0] with { LatencyMs = [5, double.PositiveInfinity], Origin = 0 }] };
        Assert.Equal([5, double.PositiveInfinity], InstanceFile.Parse(InstanceFile.Write(far), "x").Classes[0].LatencyMs);
    }

    [Theory]
    [InlineData("\"gpus\": 8", "\"gpu\": 8", "tiny.json:7:", "sites[0].gpu", "there is no field 'gpu'")]
    [InlineData("\"gpus\": 8, ", "", "tiny.json:", "sites[0]", "'gpus' must be given")]
    [InlineData("\"gpus\": 8", "\"gpus\": \"8\"", "tiny.json:7:", "sites[0].gpus", "must be a number or a list of numbers")]
    [InlineData("\"gpus\": 8", "\"gpus\": [8, 8]", "tiny.json:6:", "", "site north: GPUs: 2 values for 4 slots")]
    [InlineData("0.4, \"renewable", "-0.4, \"renewable", "tiny.json:6:", "", "site north: grid carbon: -0.4 in slot 0 must lie in [0, 100]")]
    [InlineData("\"slots\": 4", "\"slots\": 4.5", "tiny.json:3:", "slots", "must be a whole number")]
    [InlineData("\"slots\": 4", "\"slots\": 2000000000", "tiny.json:1:", "", "slots: 2000000000 must lie in [1, 10080]")]
    [InlineData("\"name\": \"tiny\"", "\"name\": null", "tiny.json:3:", "name", "must not be null")]
    [InlineData("\"slots\": 4,", "\"slots\": 4, \"slots\": 4,", "tiny.json:3:", "slots", "'slots' is given twice")]
    [InlineData("\"deadline_slot\": 4", "\"deadline_slot\": 5", "tiny.json:11:", "", "job j: deadline: slot 5 must lie in 0 to 4")]
    [InlineData("\"length_slots\": 2", "\"length_slots\": 2147483647", "tiny.json:1:", "", "job j: its length must lie in [1, 10080] slots")]
    [InlineData("plan-instance/1", "plan-instance/2", "tiny.json:2:", "format", "must be \"controlplane.plan-instance/1\", not \"controlplane.plan-instance/2\"")]
    [InlineData("[{ \"name\": \"j\"", "[null, { \"name\": \"j\"", "tiny.json:1:", "jobs[0]", "must not be null")]
    [InlineData("\"sites\": [0]", "\"sites\": [1]", "tiny.json:11:", "", "job j: sites: they must lie in 0 to 0")]
    [InlineData("\"jobs\": [", "\"jobs\": [[", "tiny.json:11:", "jobs[0]", "must be an object")]
    public void A_mistake_is_named_with_its_line_field_and_range(string good, string bad, string place, string field, string message)
    {
        Assert.Contains(good, Tiny, StringComparison.Ordinal);
        var problem = Assert.Single(Assert.Throws<ScenarioException>(() => InstanceFile.Parse(Tiny.Replace(good, bad, StringComparison.Ordinal), "tiny.json")).Problems);
        Assert.StartsWith(place, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(field, problem.Field);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"format\": ")]
    public void What_is_no_instance_is_refused_in_one_line(string text)
    {
        var message = Assert.Throws<ScenarioException>(() => InstanceFile.Parse(text, "x.json")).Message;
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("ControlPlane.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_and_last_commas_are_allowed() =>
        Assert.Equal("tiny", InstanceFile.Parse(Tiny.Replace("[0] }]", "[0], }] // one job", StringComparison.Ordinal), "x").Name);
}
