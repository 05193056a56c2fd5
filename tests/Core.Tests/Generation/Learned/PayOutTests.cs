using ControlPlane.Policies.Generation.Learned;

namespace ControlPlane.Core.Tests.Generation.Learned;

public sealed class PayOutTests
{
    [Fact]
    public void A_slot_pays_its_utility_at_once()
    {
        var payOut = new PayOut(new() { Mode = PayOutMode.Slot, ScaleUsd = 0.05 });
        Assert.Equal((4, true), payOut.Closed(0.2, 100, 50, isLast: false));
    }

    [Fact]
    public void Delayed_slots_pay_together_and_the_last_of_the_day_whatever_is_owed()
    {
        var payOut = new PayOut(new() { Mode = PayOutMode.Delayed, Slots = 3, ScaleUsd = 0.5 });
        Assert.Equal((0, false), payOut.Closed(1, 1, 1, isLast: false));
        Assert.Equal((0, false), payOut.Closed(-0.5, 1, 1, isLast: false));
        Assert.Equal((5, true), payOut.Closed(2, 1, 1, isLast: false));
        Assert.Equal((2, true), payOut.Closed(1, 1, 1, isLast: true));
        Assert.Equal((0, false), payOut.Closed(1, 1, 1, isLast: false));
    }

    [Fact]
    public void A_gate_pays_only_slots_in_which_few_jobs_were_late()
    {
        var payOut = new PayOut(new() { Mode = PayOutMode.Gated, MostLate = 0.05, GateUsd = 0.1, ScaleUsd = 0.05 });
        Assert.Equal((4, true), payOut.Closed(0.2, 100, 95, isLast: false));
        Assert.Equal((-2, true), payOut.Closed(0.2, 100, 94.9, isLast: false));
    }
}
