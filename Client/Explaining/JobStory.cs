using ControlPlane.Client.Hosting;
using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Explaining;

/// <summary>The life of one job under one policy and seed.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Job">The job.</param>
/// <param name="Events">Its events in order, the first is its submission.</param>
/// <param name="Decisions">The decisions about it in order.</param>
/// <param name="Interventions">What the shield did about it, in order.</param>
internal sealed record JobStory(
    Scenario Scenario,
    PolicySpec Policy,
    long Seed,
    JobId Job,
    IReadOnlyList<FleetEvent> Events,
    IReadOnlyList<ExplainedDecision> Decisions,
    IReadOnlyList<Intervention> Interventions)
{
    /// <summary>Size, units.</summary>
    public double SizeUnits => Events[0].Value;

    /// <summary>When it was submitted, seconds.</summary>
    public double SubmittedS => Events[0].TimeS;

    /// <summary>How it ended, null while it lives at the horizon.</summary>
    public FleetEvent? End =>
        Events[^1].Kind is FleetEventKind.Completed or FleetEventKind.Rejected or FleetEventKind.Cancelled ? Events[^1] : null;

    /// <summary>Runs the scenario again until the job's life has ended.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="job">The job.</param>
    /// <param name="progress">Told the simulated share.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="InputException">The run does not have this job.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the job's life had ended.</exception>
    public static JobStory Follow(
        Scenario scenario, PolicySpec policy, long seed, JobId job, Action<double> progress, CancellationToken cancellation)
    {
        using var tracer = new JobTracer(job, cancellation);
        Simulator.Run(scenario, policy, seed, new RunOptions { Sink = tracer, Observer = tracer, Progress = progress }, tracer.End);
        var story = new JobStory(scenario, policy, seed, job, tracer.Events, tracer.Decisions, tracer.Interventions);
        if (tracer.Events.Count == 0 || story.End is null)
            cancellation.ThrowIfCancellationRequested();
        return tracer.Events.Count > 0
            ? story
            : throw new InputException($"there is no job {job}: {scenario.Name} submits the jobs 1 to {tracer.Submitted} with seed {seed}");
    }
}
