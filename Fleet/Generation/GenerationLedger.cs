using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Generation;

/// <summary>
/// The account of jobs, energy and money of one provider. Every job is in exactly one place, so that offered = open + on time + late + abandoned + declined; a job belongs
/// to the provider at which it was submitted until a provider takes it, then to that one.
/// </summary>
public sealed partial class GenerationLedger
{
    private double _offered;
    private double _open;
    private double _onTime;
    private double _late;
    private double _abandoned;
    private double _declined;

    /// <summary>The jobs.</summary>
    public GenerationJobs Jobs => new(_offered, _open, _onTime, _late, _abandoned, _declined);

    /// <summary>The money.</summary>
    public GenerationMoney Money { get; private set; }

    /// <summary>The energy.</summary>
    public EnergySlot Energy { get; private set; }

    /// <summary>Jobs are taken.</summary>
    /// <param name="jobs">How many.</param>
    /// <param name="transferUsd">What their transfer costs, USD.</param>
    public void Take(int jobs, double transferUsd)
    {
        (_offered, _open) = (_offered + jobs, _open + jobs);
        Money += new GenerationMoney(0, 0, transferUsd, 0);
    }

    /// <summary>Jobs are declined for good.</summary>
    /// <param name="jobs">How many.</param>
    /// <param name="penaltyUsd">What is paid for them, USD.</param>
    public void Decline(int jobs, double penaltyUsd)
    {
        (_offered, _declined) = (_offered + jobs, _declined + jobs);
        Money += new GenerationMoney(0, penaltyUsd, 0, 0);
    }

    /// <summary>A slot is closed.</summary>
    /// <param name="slot">What the provider did.</param>
    /// <param name="energy">What its site did.</param>
    public void Close(in ProviderSlot slot, in EnergySlot energy)
    {
        _onTime += slot.Jobs.OnTime;
        _late += slot.Jobs.Late;
        _abandoned += slot.Jobs.Abandoned;
        _open = 0;
        Energy += energy;
        Money += new GenerationMoney(slot.RevenueUsd, slot.PenaltyUsd, 0, energy.CostUsd);
    }
}
