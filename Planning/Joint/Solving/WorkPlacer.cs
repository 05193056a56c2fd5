namespace ControlPlane.Planning.Joint.Solving;

/// <summary>Places jobs and inference one after the other into the room that is left.</summary>
internal sealed class WorkPlacer
{
    private readonly JointInstance _instance;
    private readonly SiteRoom _room;
    private readonly double[][] _gpus;
    private readonly RoutePlan[] _routes;
    private readonly JobStart?[] _starts;

    public WorkPlacer(JointInstance instance, SiteRoom room)
    {
        (_instance, _room, _starts) = (instance, room, new JobStart?[instance.Jobs.Count]);
        _gpus = [.. instance.Classes.Select(_ => new double[instance.Sites.Count * instance.Slots])];
        // They see what is placed, as it is.
        _routes = [.. _gpus.Select(gpus => new RoutePlan(gpus, instance.Slots))];
    }

    public IReadOnlyList<JobStart?> Starts => _starts;

    public IReadOnlyList<RoutePlan> Routes => _routes;

    /// <summary>Serves a class up to a share of its demand, in each slot at the cheapest sites with room.</summary>
    public void Serve(int k, double share)
    {
        var inference = _instance.Classes[k];
        for (var t = 0; t < _instance.Slots; t++)
        {
            var slot = t;
            var wanted = share * inference.DemandGpus[t] - _routes[k].Served(t);
            foreach (var s in inference.Sites.OrderBy(s => _room.UsdPerGpuH(s, slot, inference.PowerShare)))
                wanted -= ServeAt(k, s, t, wanted);
        }
    }

    /// <summary>Serves as much of a class as wanted and possible at a site.</summary>
    public double ServeAt(int k, int s, int t, double wanted)
    {
        var inference = _instance.Classes[k];
        var gpus = Math.Min(wanted, _room.Gpus(s, t, inference.PowerShare));
        if (gpus <= 0)
            return 0;
        _gpus[k][s * _instance.Slots + t] += gpus;
        _room.Take(s, t, gpus, inference.PowerShare);
        return gpus;
    }

    /// <summary>Runs a job where its energy is cheapest, unless there is no room or it would cost more than it earns.</summary>
    public void Run(int j)
    {
        var job = _instance.Jobs[j];
        var (best, bestUsd) = ((JobStart?)null, job.IsMandatory ? double.PositiveInfinity : job.ValueUsd);
        foreach (var start in job.Starts.Where(start => Fits(job, start)))
        {
            var usd = EnergyUsd(job, start);
            if (usd < bestUsd)
                (best, bestUsd) = (start, usd);
        }

        RunAt(j, best);
    }

    /// <summary>Runs a job at the first place that has room, its sites in their order within each slot.</summary>
    public void RunFirst(int j)
    {
        var job = _instance.Jobs[j];
        RunAt(j, job.Starts.OrderBy(start => start.Slot).Where(start => Fits(job, start)).Select(start => (JobStart?)start).FirstOrDefault());
    }

    private void RunAt(int j, JobStart? start)
    {
        _starts[j] = start;
        if (start is not { } given)
            return;
        var job = _instance.Jobs[j];
        for (var t = given.Slot; t < given.Slot + job.LengthSlots; t++)
            _room.Take(given.Site, t, job.Gpus, Share(job));
    }

    private bool Fits(TrainingJob job, JobStart start) =>
        Enumerable.Range(start.Slot, job.LengthSlots).All(t => _room.Gpus(start.Site, t, Share(job)) >= job.Gpus);

    private double EnergyUsd(TrainingJob job, JobStart start) =>
        _instance.SlotHours * job.Gpus * Enumerable.Range(start.Slot, job.LengthSlots).Sum(t => _room.UsdPerGpuH(start.Site, t, Share(job)));

    private double Share(TrainingJob job) => _instance.PowerShares[job.PowerClass];
}
