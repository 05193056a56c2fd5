using ControlPlane.Fleet.Generation;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Mapping;

/// <summary>Service providers and what they trade, between Fleet and the wire.</summary>
public static class GenerationMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="spec">The provider.</param>
    public static ServiceProviderRecord ToWire(this ServiceProviderSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var (model, gpu) = (spec.Model, spec.Gpu);
        return new ServiceProviderRecord(
            spec.Name,
            new GenerationModelRecord(
                model.Name, model.Quality.Amplitude, model.Quality.SteepnessPerStep, model.Quality.MidpointSteps, model.Quality.Floor,
                model.SetupS, model.StepS, model.SetupJ, model.StepJ, model.ComputeBoundShare),
            spec.Gpus,
            new GenerationGpuRecord(gpu.IdleW, gpu.HostW, gpu.CubicShare, [.. gpu.Clocks]),
            spec.Energy.ToWire(),
            spec.Queue == QueueKind.Fifo,
            spec.MaxWaitS);
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static ServiceProviderSpec ToFleet(this ServiceProviderRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (m, g) = (record.Model, record.Gpu);
        var model = new GenerationModel(m.Name, new QualityCurve(m.Amplitude, m.SteepnessPerStep, m.MidpointSteps, m.Floor), m.SetupS, m.StepS, m.SetupJ, m.StepJ)
        {
            ComputeBoundShare = m.ComputeBoundShare,
        };
        return new ServiceProviderSpec(record.Name, model, record.Gpus)
        {
            Gpu = new GenerationGpu(g.IdleW, g.HostW, g.CubicShare) { Clocks = g.Clocks },
            Energy = record.Energy.ToFleet(),
            Queue = record.IsFifo ? QueueKind.Fifo : QueueKind.Fluid,
            MaxWaitS = record.MaxWaitS,
        };
    }

    /// <summary>To the wire.</summary>
    /// <param name="cohort">The jobs.</param>
    public static GenerationCohortRecord ToWire(this in GenerationCohort cohort) => new(
        cohort.Id, cohort.ArrivalS, cohort.Origin, cohort.DeadlineClass, cohort.DeadlineS, cohort.Category, cohort.QualityFactor, cohort.Count, cohort.Images, cohort.Bytes);

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static GenerationCohort ToFleet(this GenerationCohortRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new GenerationCohort(
            record.Id, record.ArrivalS, record.Origin, record.DeadlineClass, record.DeadlineS, record.Category, record.QualityFactor, record.Count, record.Images, record.Bytes);
    }

    /// <summary>To the wire.</summary>
    /// <param name="offer">The work.</param>
    public static TransferOfferRecord ToWire(this in TransferOffer offer) => new(offer.Cohort.ToWire(), offer.Steps, offer.TransferS);

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static TransferOffer ToFleet(this TransferOfferRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new TransferOffer(record.Cohort.ToFleet(), record.Steps, record.TransferS);
    }

    /// <summary>To the wire.</summary>
    /// <param name="answer">The answer.</param>
    public static TransferCode ToWire(this TransferAnswer answer) => answer switch
    {
        TransferAnswer.Accepted => TransferCode.Accepted,
        TransferAnswer.DeclinedDraining => TransferCode.DeclinedDraining,
        TransferAnswer.DeclinedFull => TransferCode.DeclinedFull,
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "There is no such answer."),
    };

    /// <summary>From the wire.</summary>
    /// <param name="code">The code.</param>
    public static TransferAnswer ToFleet(this TransferCode code) => code switch
    {
        TransferCode.Accepted => TransferAnswer.Accepted,
        TransferCode.DeclinedDraining => TransferAnswer.DeclinedDraining,
        TransferCode.DeclinedFull => TransferAnswer.DeclinedFull,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such answer."),
    };

    /// <summary>To the wire.</summary>
    /// <param name="quote">The quote.</param>
    public static QuoteRecord ToWire(this in GenerationQuote quote) => new(quote.IsFeasible, quote.PriceUsd, quote.CompletionS, quote.Quality, quote.LoadShare);

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static GenerationQuote ToFleet(this QuoteRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new GenerationQuote(record.IsFeasible, record.PriceUsd, record.CompletionS, record.Quality, record.LoadShare);
    }

    /// <summary>To the wire.</summary>
    /// <param name="status">What a provider lets others know.</param>
    public static ProviderStatusRecord ToWire(this in ProviderStatus status) => new(status.LoadShare, status.BacklogShare, status.IsDraining);

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static ProviderStatus ToFleet(this ProviderStatusRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new ProviderStatus(record.LoadShare, record.BacklogShare, record.IsDraining);
    }

    /// <summary>To the wire.</summary>
    /// <param name="slot">What a provider did.</param>
    /// <param name="outcomes">What became of each cohort.</param>
    public static ProviderSlotRecord ToWire(this in ProviderSlot slot, IEnumerable<CohortOutcome> outcomes) => new(
        slot.Slot, slot.Clock, slot.LoadKw, slot.LoadShare,
        slot.Queue.BusyGpuS, slot.Queue.BusyJ, slot.Queue.TakenGpuS, slot.Queue.TakenJ, slot.Queue.AbandonedGpuS, slot.Queue.BacklogGpuS,
        slot.Jobs.OnTime, slot.Jobs.Late, slot.Jobs.Abandoned, slot.RevenueUsd, slot.PenaltyUsd,
        [.. outcomes.Select(o => new CohortOutcomeRecord(o.Cohort.ToWire(), o.Steps, o.Jobs.OnTime, o.Jobs.Late, o.Jobs.Abandoned, o.RevenueUsd, o.PenaltyUsd))]);

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    /// <param name="outcomes">Receives what became of each cohort.</param>
    public static ProviderSlot ToFleet(this ProviderSlotRecord record, ICollection<CohortOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(outcomes);
        foreach (var o in record.Outcomes)
            outcomes.Add(new CohortOutcome(o.Cohort.ToFleet(), o.Steps, new WorkOutcome(o.OnTime, o.Late, o.Abandoned), o.RevenueUsd, o.PenaltyUsd));
        return new ProviderSlot(
            record.Slot, record.Clock, record.LoadKw, record.LoadShare,
            new QueueSlot(record.BusyGpuS, record.BusyJ, record.TakenGpuS, record.TakenJ, record.AbandonedGpuS, record.BacklogGpuS),
            new WorkOutcome(record.OnTime, record.Late, record.Abandoned), record.RevenueUsd, record.PenaltyUsd);
    }
}
