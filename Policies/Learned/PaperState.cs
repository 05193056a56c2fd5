using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Policies.Learned;

/// <summary>
/// The state of CHSAC-AF as the paper means it (spec e.2): of every site what is free, busy, waiting, on its way and drawn, and its energy and speed on one and on
/// the most GPUs, which say what type its GPUs are; the job's ingress and size; the multipliers.
/// </summary>
/// <param name="model">The fleet.</param>
internal sealed class PaperState(FleetModel model)
{
    /// <summary>Constrained costs: mean service time, its tail, the queue.</summary>
    public const int Costs = 3;

    private const int PerSite = 10;
    private readonly double _joules = model.Tables.Average(t => t.JoulesPerUnit(t.Efficient(1)));
    private readonly double _seconds = model.Tables.Average(t => t.SecondsPerUnit(t.Efficient(1)));

    /// <summary>Numbers of a state.</summary>
    public static int Width(FleetModel model) => model.SiteCount * PerSite + model.Ingresses.Count + 1 + Costs;

    /// <summary>Writes the state.</summary>
    public void Write(in Job job, FleetView view, ReadOnlySpan<int> free, double meanSizeUnits, ReadOnlySpan<double> multipliers, Span<float> state)
    {
        for (var site = 0; site < model.SiteCount; site++)
        {
            ref readonly var status = ref view.Sites[site];
            var table = model.Tables[site];
            var row = state.Slice(site * PerSite, PerSite);
            var count = (float)model.Sites[site].GpuCount;
            var (one, most) = (table.Efficient(1), table.Efficient(table.MaxGpus));
            row[0] = free[site] / count;
            row[1] = status.BusyGpus / count;
            row[2] = status.Queued / count;
            row[3] = view.InTransit[site] / count;
            row[4] = status.UpGpus / count;
            row[5] = (float)(status.PowerW / (count * table.PowerW(one)));
            row[6] = (float)(table.JoulesPerUnit(one) / _joules);
            row[7] = (float)(table.JoulesPerUnit(most) / _joules);
            row[8] = (float)(table.SecondsPerUnit(one) / _seconds);
            row[9] = (float)(table.SecondsPerUnit(most) / _seconds);
        }

        var rest = state[(model.SiteCount * PerSite)..];
        rest.Clear();
        rest[job.Ingress] = 1;
        rest[model.Ingresses.Count] = (float)Math.Log(job.SizeUnits / meanSizeUnits);
        for (var k = 0; k < Costs; k++)
            rest[model.Ingresses.Count + 1 + k] = (float)multipliers[k];
    }
}
