using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Views;

/// <summary>One policy of a study as the report looks at it.</summary>
internal sealed class PolicyView
{
    private readonly PolicyRuns _policy;

    public PolicyView(PolicyRuns policy, int slot)
    {
        RunResult[] whole = [.. policy.Runs.Where(r => !r.Partial)];
        _policy = whole.Length > 0 ? policy with { Runs = whole } : policy;
        (IsCutShort, Slot) = (whole.Length == 0, slot);
        Backlog = Backlog.Of(Runs);
        Service = Pool(Runs.Select(r => r.ServiceS));
        Total = Pool(Runs.Select(r => r.TotalS));
    }

    /// <summary>Name with settings.</summary>
    public string Label => _policy.Policy.Label;

    /// <summary>Style slot in every chart.</summary>
    public int Slot { get; }

    /// <summary>Its runs; those cut short are left out where others reached the end, so that no mean is over runs of different length.</summary>
    public IReadOnlyList<RunResult> Runs => _policy.Runs;

    /// <summary>Whether none of its runs reached the end.</summary>
    public bool IsCutShort { get; }

    /// <summary>The run shown where a figure needs one: that of the first seed.</summary>
    public RunResult First => _policy.Runs[0];

    public Backlog Backlog { get; }

    /// <summary>Service times of all runs.</summary>
    public Distribution Service { get; }

    /// <summary>Times from submission to completion of all runs.</summary>
    public Distribution Total { get; }

    /// <summary>Whether its runs were compared with the frontier.</summary>
    public bool HasFrontier => Runs.Any(r => r.Frontier is not null);

    /// <summary>A metric over the runs that have it; energy per unit is infinite where no work was done, and left out.</summary>
    public Estimate Of(Metric metric) => Of(metric.Value);

    public Estimate Of(Func<RunResult, double> value) => Estimate.Of(Runs.Select(value).Where(double.IsFinite));

    public double Mean(Metric metric) => Of(metric).Mean;

    private static Distribution Pool(IEnumerable<Distribution> parts)
    {
        var whole = new Distribution();
        foreach (var part in parts)
            whole.Add(part);
        return whole;
    }
}
