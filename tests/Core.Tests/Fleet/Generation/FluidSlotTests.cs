using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Generation;

public sealed class FluidSlotTests
{
    private const double SlotS = 300;

    [Fact]
    public void Share_on_time_is_that_of_a_fluid_followed_step_by_step()
    {
        var random = new RandomStream(5, "fluid");
        for (var i = 0; i < TestScale.Pick(10_000, 100_000); i++)
        {
            var gpus = 0.5 + 20 * random.NextUniform();
            var slackS = -5 + 70 * random.NextUniform();
            var slot = new FluidSlot(60 * gpus * random.NextUniform(), gpus * 2 * random.NextUniform(), gpus, SlotS);
            Assert.InRange(slot.OnTimeShare(slackS) - Followed(slot, slackS), -0.01, 0.01);
        }
    }

    [Theory]
    [InlineData(4, 40, 1)]
    [InlineData(4, 41, 0)]
    [InlineData(6, 0, 40.0 / 600)]
    [InlineData(6, 41, 0)]
    [InlineData(2, 100, 1 - 60.0 / 600)]
    [InlineData(2, 40, 1)]
    [InlineData(4.1, 0, 1)]
    public void Four_GPUs_and_jobs_that_may_wait_ten_seconds(double arrivalPerS, double backlogGpuS, double expected)
    {
        // 40 GPU-s of backlog are a wait of 10 s.
        var slot = new FluidSlot(backlogGpuS, arrivalPerS, 4, SlotS);
        Assert.Equal(expected, slot.OnTimeShare(10), 9);
    }

    [Fact]
    public void Who_needs_longer_than_the_deadline_is_late_without_any_wait()
    {
        var idle = new FluidSlot(0, 1, 4, SlotS);
        Assert.Equal(0, idle.OnTimeShare(0));
        Assert.Equal(0, idle.OnTimeShare(-1));
        Assert.Equal(1, idle.OnTimeShare(1e-9));
    }

    private static double Followed(in FluidSlot slot, double slackS)
    {
        const int Steps = 1000;
        var (backlogGpuS, onTime, stepS) = (slot.BacklogGpuS, 0, slot.SlotS / Steps);
        for (var i = 0; i < Steps; i++)
        {
            var middleGpuS = Math.Max(0, backlogGpuS + (slot.ArrivalPerS - slot.Gpus) * stepS / 2);
            onTime += slackS > 0 && middleGpuS / slot.Gpus <= slackS ? 1 : 0;
            backlogGpuS = Math.Max(0, backlogGpuS + (slot.ArrivalPerS - slot.Gpus) * stepS);
        }

        return (double)onTime / Steps;
    }
}
