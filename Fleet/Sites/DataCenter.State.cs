using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Sites;

/// <content>
/// Saves and loads everything that changes. What a site is (<see cref="Spec"/>, <see cref="Table"/>, <see cref="Index"/>) is not in it: a state is loaded
/// into a site that was made with the same. Working and free GPUs follow from the failed ones and the runs, so they cannot contradict them.
/// </content>
public sealed partial class DataCenter
{
    private const byte StateVersion = 3;

    /// <summary>Writes the whole state, to be read by <see cref="Load"/>.</summary>
    /// <param name="writer">Receives it.</param>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Byte(StateVersion);
        WriteIdentity(writer);
        writer.Flag(IsUp);
        writer.Flag(IsDraining);
        writer.Count(FailedGpus);
        writer.Count(GpuLimit);
        writer.Real(Factors.Time);
        writer.Real(Factors.Power);
        writer.Real(LostUnits);
        writer.Real(EndedUnits);
        _meter.Save(writer);
        writer.Real(_runningW);
        _runs.Save(writer);
        _queue.Save(writer);
    }

    /// <summary>
    /// Replaces the whole state by a saved one. From then on the site does exactly what the saved one would have done, to the last bit of its meters and the
    /// same slots and generations. After an error it is as it was before.
    /// </summary>
    /// <param name="reader">A saved state.</param>
    /// <exception cref="InvalidDataException">The bytes are cut, damaged, of another site or of a version that this build does not know.</exception>
    public void Load(ref StateReader reader)
    {
        reader.Version("The state of a data centre", StateVersion, StateVersion);
        RequireIdentity(ref reader);
        var isUp = reader.Flag();
        var isDraining = reader.Flag();
        var failedGpus = reader.Count();
        var gpuLimit = reader.Count();
        var factors = ReadFactors(ref reader);
        var lostUnits = reader.Finite();
        var endedUnits = reader.Finite();
        var meter = EnergyMeter.Load(ref reader);
        var runningW = reader.Finite();
        var runs = RunTable.Load(ref reader);
        if (failedGpus > Spec.GpuCount)
            throw reader.Damaged($"{failedGpus} of {Spec.GpuCount} GPUs failed");
        if (gpuLimit > Spec.GpuCount)
            throw reader.Damaged($"a limit of {gpuLimit} of {Spec.GpuCount} GPUs");
        var upGpus = isUp ? Spec.GpuCount - failedGpus : 0;
        var busyGpus = RequireRuns(reader, runs, upGpus, meter.LastS, runningW);
        var queue = WorkQueue.Load(ref reader);

        (IsUp, IsDraining, FailedGpus, GpuLimit, Factors) = (isUp, isDraining, failedGpus, gpuLimit, factors);
        (UpGpus, FreeGpus) = (upGpus, upGpus - busyGpus);
        (LostUnits, EndedUnits) = (lostUnits, endedUnits);
        (_meter, _runningW) = (meter, runningW);
        (_runs, _queue) = (runs, queue);
    }

    private static TableFactors ReadFactors(ref StateReader reader)
    {
        var factors = new TableFactors(reader.Finite(), reader.Finite());
        return factors.IsAllowed ? factors : throw reader.Damaged($"factors {factors.Time} and {factors.Power} on a table");
    }

    private void WriteIdentity(StateWriter writer)
    {
        writer.Text(Spec.Name);
        writer.Count(Spec.GpuCount);
        writer.Count(Table.MaxGpus);
        writer.Count(Table.Levels);
        writer.Number(Spec.QueueLimit ?? -1);
    }

    private void RequireIdentity(ref StateReader reader)
    {
        var saved = (Name: reader.Text(), Gpus: reader.Count(), Most: reader.Count(), Levels: reader.Count(), Limit: reader.Number());
        var own = (Spec.Name, Spec.GpuCount, Table.MaxGpus, Table.Levels, Spec.QueueLimit ?? -1L);
        if (saved != own)
            throw new InvalidDataException($"This is the state of another site: {Describe(saved)} instead of {Describe(own)}.");
    }

    private static string Describe((string Name, int Gpus, int Most, int Levels, long Limit) site) =>
        $"'{site.Name}' with {site.Gpus} GPUs, {site.Most} a job at most, {site.Levels} clock levels, queue limit {(site.Limit < 0 ? "none" : site.Limit)}";

    // Returns the GPUs that are busy.
    private int RequireRuns(in StateReader reader, RunTable runs, int upGpus, double nowS, double runningW)
    {
        // A slot is added only when all are live.
        if (runs.SlotCount > Spec.GpuCount)
            throw reader.Damaged($"{runs.SlotCount} slots for {Spec.GpuCount} GPUs");
        var (busyGpus, sumW) = (0L, 0.0);
        for (var slot = 0; slot < runs.SlotCount; slot++)
        {
            if (!runs.IsLive(slot))
                continue;
            RequireRun(reader, runs[slot], nowS);
            busyGpus += runs[slot].Allocation.Gpus;
            sumW += runs[slot].PowerW;
        }

        if (busyGpus > upGpus)
            throw reader.Damaged($"jobs on {busyGpus} of {upGpus} GPUs");
        // The power is a running sum, so it may be off by what rounding piles up over years, which is far less than this.
        var slackW = runs.Count == 0 ? 0 : 1 + 1e-3 * Math.Abs(sumW);
        return Math.Abs(runningW - sumW) <= slackW ? (int)busyGpus : throw reader.Damaged($"{runningW} W for jobs that draw {sumW} W");
    }

    private void RequireRun(in StateReader reader, in Run run, double nowS)
    {
        if (run.Allocation.Gpus > Table.MaxGpus || run.Allocation.ClockLevel >= Table.Levels)
            throw reader.Damaged($"{run.Allocation} at a site with {Table.MaxGpus} GPUs a job at most and {Table.Levels} clock levels");
        if (run.StartS > nowS)
            throw reader.Damaged($"a run that starts at {run.StartS} s, after the last operation at {nowS} s");
    }
}
