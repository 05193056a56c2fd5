namespace ControlPlane.Fleet.Jobs;

/// <summary>A training job as it was submitted. Immutable; its progress is a <see cref="WorkItem"/>.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Ingress">Index of the ingress where it entered.</param>
/// <param name="SizeUnits">Work in units, &gt; 0.</param>
/// <param name="SubmittedS">Time of submission in seconds.</param>
/// <param name="Constraint">The sites it may run at; null = all.</param>
/// <param name="Priority">Greater waits before others at a site, 0 to <see cref="MostPriority"/>.</param>
/// <param name="DeadlineS">When it should be done, seconds; of equal priority the earlier waits first. Infinite for whenever.</param>
public readonly record struct Job(
    JobId Id,
    int Ingress,
    double SizeUnits,
    double SubmittedS,
    SiteSet? Constraint = null,
    int Priority = 0,
    double DeadlineS = double.PositiveInfinity)
{
    /// <summary>The greatest priority.</summary>
    public const int MostPriority = 9;

    /// <summary>Whether it waits in order of arrival only.</summary>
    public bool IsPlain => Priority == 0 && DeadlineS == double.PositiveInfinity;

    /// <summary>Whether the submitter lets the job run at a site.</summary>
    /// <param name="site">Site index.</param>
    public bool MayRunAt(int site) => Constraint is null || Constraint.Contains(site);
}
