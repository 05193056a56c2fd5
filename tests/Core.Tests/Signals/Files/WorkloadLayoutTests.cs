using ControlPlane.Simulation.Signals;
using static ControlPlane.Core.Tests.Signals.Golden;

namespace ControlPlane.Core.Tests.Signals.Files;

/// <summary>Workloads become arrivals in slots and counts of what was asked for.</summary>
public sealed class WorkloadLayoutTests
{
    [Theory]
    [InlineData("alibaba-genai.csv", "alibaba-genai", 3, 5, 2)]
    [InlineData("azure-llm-2023.csv", "azure-llm", 3, 2, 2)]
    [InlineData("azure-llm-2024.csv", "azure-llm", 2, 1, 2)]
    [InlineData("azure-llm-2025.csv", "azure-llm", 2, 1, 2)]
    [InlineData("burstgpt.csv", "burstgpt", 3, 2, 2)]
    [InlineData("burstgpt-older.csv", "burstgpt", 2, 1, 2)]
    [InlineData("alibaba-gpu-2020-task.csv", "alibaba-gpu-2020-task", 2, 1, 2)]
    [InlineData("alibaba-gpu-2020-job.csv", "alibaba-gpu-2020-job", 2, 4, 1)]
    [InlineData("alibaba-gpu-2023.csv", "alibaba-gpu-2023", 2, 1424, 1)]
    public void Requests_are_counted_in_slots_of_five_minutes(string name, string layout, int rows, int slots, double first)
    {
        var file = Read(name);
        var arrivals = file.Signal(SignalQuantity.ArrivalsPerSlot);
        Assert.Equal((layout, rows, slots), (file.Layout.Name, file.Rows, arrivals.Values.Length));
        Assert.Equal(first, arrivals.Values[0]);
        Assert.Equal(rows, arrivals.Values.ToArray().Sum());
        Assert.Equal(1, file.HourOfDayShare.Sum(), 12);
    }

    [Fact]
    public void Images_and_steps_are_counted_and_what_is_missing_is_not_zero()
    {
        var file = Read("alibaba-genai.csv");
        Assert.Equal([new("30", 2), new("40", 1)], file.Tallies.Single(t => t.Name == "steps").Counts);
        var images = file.Tallies.Single(t => t.Name == "images");
        Assert.Equal(1, images.Counts.Single(c => c.Key == "(missing)").Value);
        Assert.Equal(2.5, images.Mean);
        Assert.Equal([2.0 / 3, 1.0 / 3], [file.HourOfDayShare[16], file.HourOfDayShare[17]]);
    }

    [Fact]
    public void A_task_that_never_started_is_counted_but_arrives_at_no_time()
    {
        var file = Read("alibaba-gpu-2020-task.csv");
        Assert.Equal(3, file.Tallies.Single(t => t.Name == "status").Counts.Sum(c => c.Value));
        Assert.Equal(2, file.Rows);
    }

    [Fact]
    public void Prompts_have_categories_and_no_times()
    {
        var file = Read("parti-prompts.tsv");
        Assert.Empty(file.Series);
        Assert.Equal(3, file.Rows);
        Assert.Equal(["Abstract", "Animals", "Artifacts"], file.Tallies.Single(t => t.Name == "category").Counts.Select(c => c.Key).Order());
    }
}
