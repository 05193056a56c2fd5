using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Joint.Programs;

/// <summary>The rows of the joint programme, in blocks of a row for each slot; <see cref="None"/> marks blocks that an instance does not need.</summary>
internal sealed class JointRows
{
    public const int None = -1;

    private readonly LinearProgram _linear;
    private readonly JointInstance _instance;

    public JointRows(LinearProgram linear, JointInstance instance, IReadOnlyList<JobChoices> choices)
    {
        (_linear, _instance) = (linear, instance);
        Once = [.. instance.Jobs.Select((job, j) => linear.AddRow(choices[j].IsRequired ? 1 : double.NegativeInfinity, 1, $"once {job.Name}"))];
        Running = [.. instance.Sites.Select(site => instance.PowerShares.Select((_, c) => Block(0, 0, $"running class {c} {site.Name}")).ToArray())];
        Capacity = [.. instance.Sites.Select(site => Block(_ => double.NegativeInfinity, t => site.Gpus[t], $"GPUs {site.Name}"))];
        Demand = [.. instance.Classes.Select(k => Block(t => k.DemandGpus[t], t => k.DemandGpus[t], $"demand {k.Name}"))];
        Share = [.. instance.Classes.Select(k => k.MinServedShare > 0 ? Block(t => k.MinServedShare * k.DemandGpus[t], _ => double.PositiveInfinity, $"share {k.Name}") : None)];
        Balance = [.. instance.Sites.Select(site => Block(t => site.Pue[t] * site.IdleMw, t => site.Pue[t] * site.IdleMw, $"power {site.Name}"))];
        Cooling = [.. instance.Sites.Select(site => double.IsFinite(site.CoolingMw)
            ? Block(_ => double.NegativeInfinity, t => site.CoolingMw - (site.Pue[t] - 1) * site.IdleMw, $"cooling {site.Name}")
            : None)];
        Stored = [.. instance.Sites.Select(site => site.Storage is { } storage ? Block(t => t == 0 ? storage.StartMwh : 0, t => t == 0 ? storage.StartMwh : 0, $"stored {site.Name}") : None)];
        Units = [.. instance.Sites.Select(site => site.Units.Select((unit, g) => new UnitRows(unit, Block, $"unit {g} {site.Name}")).ToArray())];
        Carbon = instance.Carbon.BudgetT is { } budget ? linear.AddRowAtMost(budget, "carbon budget") : None;
    }

    /// <summary>A job runs at most once: a row a job.</summary>
    public int[] Once { get; }

    /// <summary>GPUs that run a power class, by site and class.</summary>
    public int[][] Running { get; }

    /// <summary>GPUs of a site.</summary>
    public int[] Capacity { get; }

    /// <summary>Served and unserved make the demand, by class.</summary>
    public int[] Demand { get; }

    /// <summary>The least share, by class.</summary>
    public int[] Share { get; }

    /// <summary>Power balance of a site.</summary>
    public int[] Balance { get; }

    /// <summary>Cooling limit of a site.</summary>
    public int[] Cooling { get; }

    /// <summary>Energy in the battery of a site.</summary>
    public int[] Stored { get; }

    /// <summary>The rows of each unit, by site and unit.</summary>
    public UnitRows[][] Units { get; }

    /// <summary>The carbon budget.</summary>
    public int Carbon { get; }

    private int Block(Func<int, double> lower, Func<int, double> upper, string name)
    {
        var first = _linear.RowCount;
        for (var t = 0; t < _instance.Slots; t++)
            _linear.AddRow(lower(t), upper(t), $"{name} slot {t}");
        return first;
    }

    private int Block(double lower, double upper, string name) => Block(_ => lower, _ => upper, name);
}
