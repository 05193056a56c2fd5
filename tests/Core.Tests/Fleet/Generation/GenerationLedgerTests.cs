using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;

namespace ControlPlane.Core.Tests.Fleet.Generation;

public sealed class GenerationLedgerTests
{
    [Fact]
    public void Every_job_is_in_one_place()
    {
        var ledger = new GenerationLedger();
        ledger.Take(100, 0.25);
        ledger.Decline(7, 0.5);
        Assert.Equal(new GenerationJobs(107, 100, 0, 0, 0, 7), ledger.Jobs);
        ledger.Close(Slot(new WorkOutcome(60.5, 30, 9.5)), new EnergySlot { ImportUsd = 2, ExportUsd = 0.5 });
        Assert.Equal(new GenerationJobs(107, 0, 60.5, 30, 9.5, 7), ledger.Jobs);
        Assert.Equal(0, ledger.Jobs.Residual);
        Assert.Equal(1 - 60.5 / 107, ledger.Jobs.ViolationShare, 12);
        Assert.Equal(new GenerationMoney(3, 1.5, 0.25, 1.5), ledger.Money);
        Assert.Equal(-0.25, ledger.Money.UtilityUsd, 12);
    }

    [Fact]
    public void Jobs_that_a_slot_loses_show()
    {
        var ledger = new GenerationLedger();
        ledger.Take(100, 0);
        ledger.Close(Slot(new WorkOutcome(60, 30, 9)), default);
        Assert.Equal(0.01, ledger.Jobs.Residual, 12);
    }

    private static ProviderSlot Slot(WorkOutcome jobs) => new(0, 1, 5, 0.5, default, jobs, 3, 1);
}
