using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>
/// The operations of all data centres, by site index. Each is an operation of <see cref="DataCenter"/>; where that asks a rule, the
/// run's policy answers.
/// </summary>
public interface ISiteOperations
{
    /// <summary>A job arrives.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="item">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="run">The run, when the outcome is <see cref="AdmitOutcome.Started"/>.</param>
    AdmitOutcome Admit(int site, in WorkItem item, double nowS, out Run run);

    /// <summary>Starts the head of the queue if it may start. Call until it returns false.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="run">The run that started.</param>
    bool TryStartNext(int site, double nowS, out Run run);

    /// <summary>Takes the head of the queue out, to be placed anew.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="item">The job.</param>
    bool TryTakeNext(int site, out WorkItem item);

    /// <summary>A run reaches its end.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="slot">Slot of the run.</param>
    /// <param name="generation">Generation of the run.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="run">The run that ended.</param>
    bool TryFinish(int site, int slot, int generation, double nowS, out Run run);

    /// <summary>Withdraws a job, waiting or running.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="id">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="run">Its run, if it was running.</param>
    bool TryCancel(int site, JobId id, double nowS, out Run? run);

    /// <summary>Takes a running job off its GPUs and puts it back at the head of the queue.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="slot">Slot of the run.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>What is left of the job.</returns>
    WorkItem Preempt(int site, int slot, double nowS);

    /// <summary>Gives a running job another clock.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="slot">Slot of the run.</param>
    /// <param name="clockLevel">The level.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="before">The run that ends.</param>
    /// <returns>The run that goes on, in the same slot.</returns>
    Run Reclock(int site, int slot, int clockLevel, double nowS, out Run before);

    /// <summary>One GPU fails; a job that it interrupts is back at the head of the queue.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="which">Picks the GPU, [0, 1).</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="run">The run that it ends, if the method returns true.</param>
    /// <param name="interrupted">What is left of that job.</param>
    bool FailGpu(int site, double which, double nowS, out Run run, out WorkItem interrupted);

    /// <summary>One failed GPU works again.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    bool RepairGpu(int site, double nowS);

    /// <summary>The site is lost.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="interrupted">Receives the jobs that ran, in slot order.</param>
    /// <param name="evicted">Receives the jobs that waited, head first.</param>
    void Fail(int site, double nowS, ICollection<WorkItem> interrupted, ICollection<WorkItem> evicted);

    /// <summary>A lost site comes back.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    void Recover(int site, double nowS);

    /// <summary>The site takes no new jobs from now on.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="evicted">Receives the jobs that waited, head first.</param>
    void Drain(int site, double nowS, ICollection<WorkItem> evicted);

    /// <summary>The site takes new jobs again.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    void EndDrain(int site, double nowS);

    /// <summary>The site comes to differ from its table.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="factors">Factors on its table, from now on.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <exception cref="NotSupportedException">The host cannot do that.</exception>
    void Drift(int site, in TableFactors factors, double nowS) =>
        throw new NotSupportedException("The sites of this host are as their tables say: a scenario with `drift` runs in this process only.");

    /// <summary>What the site reports about itself.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    SiteStatus Status(int site, double nowS);

    /// <summary>Reads the site's meters and counters.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    SiteAccount Account(int site, double nowS);

    /// <summary>Collects the running jobs.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="runs">Receives the runs in slot order.</param>
    void CollectRuns(int site, ICollection<Run> runs);
}
