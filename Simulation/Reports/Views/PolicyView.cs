using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Views;

/// <summary>One policy of a study as the report looks at it.</summary>
internal sealed class PolicyView
{
    private readonly PolicyRuns _policy;

    public PolicyView(PolicyRuns policy, int slot)
    {
        (_policy, Slot) = (policy, slot);
        Backlog = Backlog.Of(policy.Runs);
        Service = Pool(policy.Runs.Select(r => r.ServiceS));
        Total = Pool(policy.Runs.Select(r => r.TotalS));
    }

    /// <summary>Name with settings.</summary>
    public string Label => _policy.Policy.Label;

    /// <summary>Style slot in every chart.</summary>
    public int Slot { get; }

    public IReadOnlyList<RunResult> Runs => _policy.Runs;

    /// <summary>The run shown where a figure needs one: that of the first seed.</summary>
    public RunResult First => _policy.Runs[0];

    public Backlog Backlog { get; }

    /// <summary>Service times of all runs.</summary>
    public Distribution Service { get; }

    /// <summary>Times from submission to completion of all runs.</summary>
    public Distribution Total { get; }

    /// <summary>Whether its runs were compared with the frontier.</summary>
    public bool HasFrontier => Runs.Any(r => r.Frontier is not null);

    public Estimate Of(Metric metric) => _policy.Estimate(metric);

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
