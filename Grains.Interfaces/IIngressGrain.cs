using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces;

/// <summary>
/// An ingress of a region, home of the jobs that enter there: durable, and it answers after what it did is written. Every operation may be repeated when its
/// outcome is unknown. The key is <see cref="GrainKeys.Ingress"/> with the region's name.
/// </summary>
[Alias("controlplane.IIngressGrain")]
public interface IIngressGrain : IGrainWithStringKey
{
    /// <summary>Wakes it: from now on it survives the loss of its silo by itself. The first job does so too.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Submits jobs. When the answer is there, the accepted ones are durable.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <returns>What became of each, in their order.</returns>
    [Alias("Submit")]
    Task<ImmutableArray<SubmitCode>> Submit(ImmutableArray<JobRequest> jobs);

    /// <summary>Withdraws a job.</summary>
    /// <param name="job">Its number.</param>
    [Alias("Cancel")]
    Task<CancelCode> Cancel(long job);

    /// <summary>What is known of jobs.</summary>
    /// <param name="jobs">Their numbers.</param>
    /// <returns>An answer each, in their order.</returns>
    [Alias("Find")]
    Task<ImmutableArray<JobStateRecord>> Find(ImmutableArray<long> jobs);

    /// <summary>Its ledger.</summary>
    [Alias("Account")]
    Task<IngressAccountRecord> Account();

    /// <summary>A site reports how jobs left it.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="reports">The reports, by ascending number.</param>
    /// <returns>Number of the last report that is durable here: the site may forget it and those before it.</returns>
    [Alias("Report")]
    Task<long> Report(int site, ImmutableArray<SiteReportRecord> reports);

    /// <summary>A site asks to keep its lease.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="epoch">The lease that it has.</param>
    /// <returns>Its new end in seconds; null when that lease is over.</returns>
    [Alias("Renew")]
    Task<double?> Renew(int site, long epoch);

    /// <summary>Submits jobs under ids. When the answer is there, the accepted ones are durable.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <returns>What became of each, in their order.</returns>
    [Alias("SubmitJobs")]
    Task<ImmutableArray<SubmitReply>> SubmitJobs(ImmutableArray<SubmissionRecord> jobs);

    /// <summary>Finds a job by its id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>Null when it is unknown or forgotten.</returns>
    [Alias("FindJob")]
    Task<JobCardRecord?> FindJob(string id);

    /// <summary>Lists jobs with ids, the newest first.</summary>
    /// <param name="filter">Which.</param>
    [Alias("ListJobs")]
    Task<ImmutableArray<JobCardRecord>> ListJobs(BookFilterRecord filter);

    /// <summary>Withdraws a job by its id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>Whether it had not ended; null when it is unknown.</returns>
    [Alias("CancelJob")]
    Task<bool?> CancelJob(string id, string actor);

    /// <summary>Its ledger with what its cards say.</summary>
    [Alias("Book")]
    Task<BookAccountRecord> Book();

    /// <summary>Events after a number, the oldest first.</summary>
    /// <param name="after">The number.</param>
    /// <param name="most">The most of them.</param>
    [Alias("Events")]
    Task<ImmutableArray<EventRecord>> Events(long after, int most);

    /// <summary>What happened to a job, as far as it is known here and kept, the oldest first.</summary>
    /// <param name="job">Its id.</param>
    [Alias("History")]
    Task<ImmutableArray<EventRecord>> History(string job);
}
