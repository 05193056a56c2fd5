using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Simulated;

/// <summary>A data centre. The key is <see cref="GrainKeys.Site"/>.</summary>
[Alias("controlplane.ISimulatedDataCenterGrain")]
public interface ISimulatedDataCenterGrain : IGrainWithStringKey
{
    /// <summary>Makes the data centre, all GPUs asleep, meters running from time 0. Doing so again changes nothing.</summary>
    /// <param name="setup">What it is made with.</param>
    [Alias("Open")]
    Task<SiteStatusRecord> Open(SiteSetup setup);

    /// <summary>A job arrives: it starts if the policy gives it GPUs, else it waits or is refused.</summary>
    /// <param name="item">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Admit")]
    Task<AdmissionReply> Admit(WorkRecord item, double nowS);

    /// <summary>Starts the head of the queue if a GPU is free and the policy gives it some.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>The run that started, if any.</returns>
    [Alias("StartNext")]
    Task<RunReply> StartNext(double nowS);

    /// <summary>Takes the head of the queue out, to be placed anew.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("TakeNext")]
    Task<WorkReply> TakeNext(double nowS);

    /// <summary>A run reaches its end.</summary>
    /// <param name="slot">Slot of the run.</param>
    /// <param name="generation">Generation of the run.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>The run that ended; none for a stale message about a run that was interrupted.</returns>
    [Alias("Finish")]
    Task<RunReply> Finish(int slot, int generation, double nowS);

    /// <summary>Withdraws a job, waiting or running.</summary>
    /// <param name="job">Its number.</param>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Cancel")]
    Task<SiteCancelReply> Cancel(long job, double nowS);

    /// <summary>Takes a running job off its GPUs and puts it back at the head of the queue.</summary>
    /// <param name="slot">Slot of the run.</param>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Preempt")]
    Task<WorkReply> Preempt(int slot, double nowS);

    /// <summary>Gives a running job another clock.</summary>
    /// <param name="slot">Slot of the run.</param>
    /// <param name="clockLevel">The level.</param>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Reclock")]
    Task<ReclockReply> Reclock(int slot, int clockLevel, double nowS);

    /// <summary>One GPU fails; a job that it interrupts is back at the head of the queue.</summary>
    /// <param name="which">Picks the GPU among the working ones, [0, 1): busy GPUs first, in slot order.</param>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("FailGpu")]
    Task<GpuFailureReply> FailGpu(double which, double nowS);

    /// <summary>One failed GPU works again.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("RepairGpu")]
    Task<RepairReply> RepairGpu(double nowS);

    /// <summary>The site is lost: all its jobs leave.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Fail")]
    Task<EvictionReply> Fail(double nowS);

    /// <summary>A lost site comes back, empty.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Recover")]
    Task<SiteStatusRecord> Recover(double nowS);

    /// <summary>The site takes no new jobs from now on; waiting jobs leave.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Drain")]
    Task<EvictionReply> Drain(double nowS);

    /// <summary>The site takes new jobs again.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("EndDrain")]
    Task<SiteStatusRecord> EndDrain(double nowS);

    /// <summary>Reads the meters and counters.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Account")]
    Task<SiteAccountRecord> Account(double nowS);

    /// <summary>The running jobs, in slot order.</summary>
    [Alias("Runs")]
    Task<ImmutableArray<RunRecord>> Runs();

    /// <summary>Forgets the data centre: its run is over.</summary>
    [Alias("Close")]
    Task Close();
}
