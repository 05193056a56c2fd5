namespace ControlPlane.Fleet.Generation;

/// <summary>A group of alike generation jobs, about which one decision is taken; of one job when jobs are decided upon singly.</summary>
/// <param name="Id">Chosen by who submits; what a receiver deduplicates by.</param>
/// <param name="ArrivalS">When they are submitted, s; for a group the beginning of its slot.</param>
/// <param name="Origin">Index of the provider at which they are submitted.</param>
/// <param name="DeadlineClass">Index of their deadline class.</param>
/// <param name="DeadlineS">Time until the result is to be back, s, &gt; 0.</param>
/// <param name="Category">Index of their prompt category.</param>
/// <param name="QualityFactor">Quality of the category relative to a model's curve.</param>
/// <param name="Count">Jobs, ≥ 1.</param>
/// <param name="Images">Images of a job, ≥ 1.</param>
/// <param name="Bytes">What is transferred of a job when it runs elsewhere, bytes, ≥ 0.</param>
public readonly record struct GenerationCohort(
    long Id,
    double ArrivalS,
    int Origin,
    int DeadlineClass,
    double DeadlineS,
    int Category,
    double QualityFactor,
    int Count,
    int Images,
    double Bytes);
