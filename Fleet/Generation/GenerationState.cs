using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Generation;

/// <summary>How work of providers and what became of it are written in journals and snapshots.</summary>
internal static class GenerationState
{
    public static void Write(this StateWriter writer, in TransferOffer offer)
    {
        writer.Write(offer.Cohort);
        writer.Count(offer.Steps);
        writer.Real(offer.TransferS);
    }

    public static TransferOffer ReadOffer(this ref StateReader reader)
    {
        var offer = new TransferOffer(reader.ReadCohort(), reader.Count(), reader.Finite());
        return offer is { Steps: >= 1, TransferS: >= 0 } ? offer : throw reader.Damaged($"an offer of {offer.Steps} steps, {offer.TransferS} s away");
    }

    public static void Write(this StateWriter writer, in CohortOutcome outcome)
    {
        writer.Write(outcome.Cohort);
        writer.Count(outcome.Steps);
        writer.Write(outcome.Jobs);
        writer.Real(outcome.RevenueUsd);
        writer.Real(outcome.PenaltyUsd);
    }

    public static CohortOutcome ReadCohortOutcome(this ref StateReader reader) =>
        new(reader.ReadCohort(), reader.Count(), reader.ReadOutcome(), reader.Finite(), reader.Finite());

    public static void Write(this StateWriter writer, in WorkOutcome jobs)
    {
        writer.Real(jobs.OnTime);
        writer.Real(jobs.Late);
        writer.Real(jobs.Abandoned);
    }

    public static WorkOutcome ReadOutcome(this ref StateReader reader) => new(reader.Finite(), reader.Finite(), reader.Finite());

    public static void Write(this StateWriter writer, in ProviderSlot slot)
    {
        writer.Number(slot.Slot);
        writer.Real(slot.Clock);
        writer.Real(slot.LoadKw);
        writer.Real(slot.LoadShare);
        writer.Real(slot.Queue.BusyGpuS);
        writer.Real(slot.Queue.BusyJ);
        writer.Real(slot.Queue.TakenGpuS);
        writer.Real(slot.Queue.TakenJ);
        writer.Real(slot.Queue.AbandonedGpuS);
        writer.Real(slot.Queue.BacklogGpuS);
        writer.Write(slot.Jobs);
        writer.Real(slot.RevenueUsd);
        writer.Real(slot.PenaltyUsd);
    }

    public static ProviderSlot ReadProviderSlot(this ref StateReader reader) => new(
        reader.Index(),
        reader.Finite(),
        reader.Finite(),
        reader.Finite(),
        new QueueSlot(reader.Finite(), reader.Finite(), reader.Finite(), reader.Finite(), reader.Finite(), reader.Finite()),
        reader.ReadOutcome(),
        reader.Finite(),
        reader.Finite());

    public static void Write(this StateWriter writer, in GenerationCohort cohort)
    {
        writer.Number(cohort.Id);
        writer.Real(cohort.ArrivalS);
        writer.Number(cohort.Origin);
        writer.Number(cohort.DeadlineClass);
        writer.Real(cohort.DeadlineS);
        writer.Number(cohort.Category);
        writer.Real(cohort.QualityFactor);
        writer.Count(cohort.Count);
        writer.Count(cohort.Images);
        writer.Real(cohort.Bytes);
    }

    public static GenerationCohort ReadCohort(this ref StateReader reader)
    {
        var cohort = new GenerationCohort(
            reader.Number(), reader.Finite(), reader.Index(), reader.Index(), reader.Finite(), reader.Index(), reader.Finite(), reader.Count(), reader.Count(), reader.Finite());
        return cohort is { Count: >= 1, Images: >= 1, DeadlineS: > 0 } ? cohort : throw reader.Damaged($"a cohort of {cohort.Count} jobs of {cohort.Images} images");
    }
}
