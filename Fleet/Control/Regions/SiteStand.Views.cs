using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Control.Regions;

/// <content>What a stand shows.</content>
public sealed partial class SiteStand
{
    private const int MostHistory = 100;

    /// <summary>Shows the site.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public RegionSite Show(double nowS)
    {
        var meters = Desk.ReadMeters(nowS);
        return new RegionSite(
            Desk.Status, Desk.GpuLimit, Desk.UpGpus, Desk.FreeGpus, _agent.IsConnected, _agent.Name, _agent.LastBeatS, meters.RunningJ + meters.SleepingJ, Desk.Finished, _agent.Version);
    }

    /// <summary>Shows runs.</summary>
    /// <param name="jobs">Numbers of the jobs.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>Those that are here; one that waits has 0 GPUs.</returns>
    public IReadOnlyList<RegionRun> Runs(IEnumerable<long> jobs, double nowS)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        List<RegionRun> runs = [];
        foreach (var number in jobs)
        {
            if (Desk.TryFindRun(new JobId(number), out var run))
            {
                runs.Add(new RegionRun(
                    number, run.Allocation.Gpus, run.Allocation.ClockLevel, run.Item.RemainingUnits, run.Item.Attempts, run.StartS, run.EnergyJ(Math.Max(nowS, run.StartS))));
            }
            else if (Desk.TryFind(new JobId(number), out _))
            {
                runs.Add(new RegionRun(number, 0, 0, 0, 0, double.NaN, 0));
            }
        }

        return runs;
    }

    /// <summary>Events after a number, the oldest first.</summary>
    /// <param name="after">The number.</param>
    /// <param name="most">The most of them.</param>
    public IReadOnlyList<RegionEvent> Events(long after, int most) => _events.After(after, most);

    /// <summary>What happened to a job here, as far as it is kept, the oldest first.</summary>
    /// <param name="id">Its id.</param>
    public IReadOnlyList<RegionEvent> History(string id) => _events.Of(id, MostHistory);
}
