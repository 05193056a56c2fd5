namespace ControlPlane.Planning.Joint.Programs;

/// <summary>The columns of work: starts of jobs, GPUs that run them, and routes of inference. Blocks have a column for each slot.</summary>
internal sealed class ComputeColumns
{
    private readonly JointInstance _instance;
    private readonly JointRows _rows;
    private readonly ColumnWriter _writer;
    private readonly List<(int Column, JobStart Start)>[] _starts;

    public ComputeColumns(JointInstance instance, JointRows rows, ColumnWriter writer, IReadOnlyList<JobChoices> choices, JointSettings settings)
    {
        (_instance, _rows, _writer) = (instance, rows, writer);
        _starts = [.. instance.Jobs.Select((job, j) => choices[j].Starts.Select(start => (Start(j, job, start), start)).ToList())];
        Running = [.. instance.Sites.Select((site, s) => instance.PowerShares.Select((share, c) => writer.Block(t => Run(site, s, share, c, t))).ToArray())];
        Routes = [.. instance.Classes.Select((k, index) =>
        {
            var near = k.Sites.ToHashSet();
            return instance.Sites.Select((site, s) => near.Contains(s) ? writer.Block(t => Route(k, index, site, s, t, settings.Routes?[index])) : JointRows.None).ToArray();
        })];
        Unserved = [.. instance.Classes.Select((k, index) => writer.Block(t =>
            writer.In(rows.Demand[index], t, 1).Add(instance.SlotHours * k.UnservedUsdPerGpuH, 0, double.PositiveInfinity, $"unserved {k.Name} {t}")))];
        Shortfall = [.. instance.Classes.Select((k, index) => rows.Share[index] == JointRows.None ? JointRows.None : writer.Block(t =>
            writer.In(rows.Share[index], t, 1).Add(instance.SlotHours * instance.ShortfallUsdPerGpuH, 0, double.PositiveInfinity, $"shortfall {k.Name} {t}")))];
    }

    /// <summary>Starts of each job: 0 or 1.</summary>
    public IReadOnlyList<IReadOnlyList<(int Column, JobStart Start)>> Starts => _starts;

    /// <summary>GPUs that run a power class, by site and class.</summary>
    public int[][] Running { get; }

    /// <summary>GPUs that serve a class at a site, by class and site.</summary>
    public int[][] Routes { get; }

    /// <summary>GPUs of a class's demand that are not served.</summary>
    public int[] Unserved { get; }

    /// <summary>GPUs that a class lacks of its least share.</summary>
    public int[] Shortfall { get; }

    private int Start(int j, TrainingJob job, JobStart start)
    {
        _writer.In(_rows.Once[j], 1);
        var running = _rows.Running[start.Site][job.PowerClass];
        for (var t = start.Slot; t < Math.Min(_instance.Slots, start.Slot + job.LengthSlots); t++)
            _writer.In(running, t, -job.Gpus);
        return _writer.AddBinary(-job.ValueUsd, 0, 1, $"start {job.Name} {_instance.Sites[start.Site].Name} {start.Slot}");
    }

    private int Run(JointSite site, int s, double share, int c, int t) =>
        Draw(site, s, t, share).In(_rows.Running[s][c], t, 1).Add(0, 0, double.PositiveInfinity, $"running class {c} {site.Name} {t}");

    private int Route(InferenceClass k, int index, JointSite site, int s, int t, RoutePlan? given)
    {
        Draw(site, s, t, k.PowerShare).In(_rows.Demand[index], t, 1).In(_rows.Share[index], t, 1);
        var (lower, upper) = given is null ? (0.0, k.DemandGpus[t]) : (given[s, t], given[s, t]);
        return _writer.Add(-_instance.SlotHours * k.RevenueUsdPerGpuH, lower, upper, $"route {k.Name} {site.Name} {t}");
    }

    // What a busy GPU takes of a site: room, power and cooling.
    private ColumnWriter Draw(JointSite site, int s, int t, double share) => _writer
        .In(_rows.Capacity[s], t, 1)
        .In(_rows.Balance[s], t, -site.Pue[t] * site.MwPerGpu * share)
        .In(_rows.Cooling[s], t, (site.Pue[t] - 1) * site.MwPerGpu * share);
}
