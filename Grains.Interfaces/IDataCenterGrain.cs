using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces;

/// <summary>
/// A data centre of a region: durable, and it answers after what it did is written. Every operation may be repeated when its outcome is unknown. The key is
/// <see cref="GrainKeys.Site"/> with the region's name.
/// </summary>
[Alias("controlplane.IDataCenterGrain")]
public interface IDataCenterGrain : IGrainWithStringKey
{
    /// <summary>Wakes it: from now on it survives the loss of its silo by itself. The first job does so too.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>A home of jobs assigns and withdraws.</summary>
    /// <param name="message">What it says.</param>
    [Alias("Tell")]
    Task<SiteAnswerRecord> Tell(HomeMessageRecord message);

    /// <summary>What it has and has done.</summary>
    [Alias("Account")]
    Task<DeskAccountRecord> Account();

    /// <summary>Takes no new jobs from now on; waiting jobs go back to their homes, running jobs finish.</summary>
    [Alias("Drain")]
    Task Drain();

    /// <summary>Takes new jobs again.</summary>
    [Alias("EndDrain")]
    Task EndDrain();

    /// <summary>The site is lost: all its jobs go back to their homes.</summary>
    [Alias("Fail")]
    Task Fail();

    /// <summary>A lost site comes back, empty.</summary>
    [Alias("Recover")]
    Task Recover();

    /// <summary>Shows the site.</summary>
    [Alias("Show")]
    Task<SiteViewRecord> Show();

    /// <summary>Shows jobs.</summary>
    /// <param name="jobs">Numbers of jobs.</param>
    /// <returns>Those that are here.</returns>
    [Alias("Runs")]
    Task<ImmutableArray<JobRunRecord>> Runs(ImmutableArray<long> jobs);

    /// <summary>An operator changes what the site may do.</summary>
    /// <param name="change">What to change.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="RefusedException">Its version is another one, or a limit is out of range.</exception>
    [Alias("Change")]
    Task<bool> Change(SiteChangeRecord change, string actor);

    /// <summary>Its agent begins a session.</summary>
    /// <param name="hello">Who it is.</param>
    /// <exception cref="RefusedException">The site has no agents, or fewer GPUs, or another agent.</exception>
    [Alias("Register")]
    Task<AgentSessionRecord> Register(AgentHelloRecord hello);

    /// <summary>Its agent says that it lives and what became of its jobs. Answered at once: who waits for other tasks asks <see cref="Orders"/> again.</summary>
    /// <param name="beat">What it says.</param>
    /// <exception cref="RefusedException">The session is over.</exception>
    [Alias("Beat")]
    Task<AgentOrdersRecord> Beat(AgentBeatRecord beat);

    /// <summary>What its agent is told now.</summary>
    /// <param name="epoch">Number of its session.</param>
    /// <param name="knownVersion">The version of its tasks that the agent follows.</param>
    /// <exception cref="RefusedException">The session is over.</exception>
    [Alias("Orders")]
    Task<AgentOrdersRecord> Orders(long epoch, long knownVersion);

    /// <summary>Events after a number, the oldest first.</summary>
    /// <param name="after">The number.</param>
    /// <param name="most">The most of them.</param>
    [Alias("Events")]
    Task<ImmutableArray<EventRecord>> Events(long after, int most);

    /// <summary>What happened to a job here, as far as it is kept, the oldest first.</summary>
    /// <param name="job">Its id.</param>
    [Alias("History")]
    Task<ImmutableArray<EventRecord>> History(string job);
}
