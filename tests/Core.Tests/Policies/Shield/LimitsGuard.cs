using ControlPlane.Fleet;
using ControlPlane.Fleet.Events;

namespace ControlPlane.Core.Tests.Policies.Shield;

/// <summary>Counts events that break a limit of a site, by rules of its own.</summary>
internal sealed class LimitsGuard(FleetModel model) : IEventSink
{
    private readonly int[] _busy = new int[model.SiteCount];
    private readonly Dictionary<long, (int Site, int Gpus)> _running = [];

    public int Broken { get; private set; }

    public int Started { get; private set; }

    public int Sent { get; private set; }

    public void Record(in FleetEvent entry)
    {
        switch (entry.Kind)
        {
            case FleetEventKind.Sent:
                Sent++;
                Require(Exists(entry) && entry.Allocation.Gpus >= 0);
                break;
            case FleetEventKind.Started:
                Started++;
                Require(Exists(entry) && entry.Allocation.Gpus >= 1);
                _running.Add(entry.Job.Value, (entry.Site, entry.Allocation.Gpus));
                _busy[entry.Site] += entry.Allocation.Gpus;
                Require(_busy[entry.Site] <= model.Sites[entry.Site].GpuCount);
                break;
            default:
                // Whatever else happens to a running job ends its run.
                if (_running.Remove(entry.Job.Value, out var run))
                    _busy[run.Site] -= run.Gpus;
                break;
        }
    }

    private bool Exists(in FleetEvent entry)
    {
        if (entry.Site < 0 || entry.Site >= model.SiteCount)
            return false;
        var site = model.Sites[entry.Site];
        return entry.Allocation.Gpus <= site.MaxGpusPerJob && entry.Allocation.ClockLevel >= 0 && entry.Allocation.ClockLevel < site.Clocks.Count;
    }

    private void Require(bool kept)
    {
        if (!kept)
            Broken++;
    }
}
