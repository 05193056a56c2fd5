using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Demo;

/// <summary>What the published tables show, in words.</summary>
internal static class DemoText
{
    /// <summary>The columns of the table of all policies.</summary>
    public static IReadOnlyList<Metric> Columns { get; } =
        [Metrics.Completed, Metrics.WaitingAtEnd, Metrics.JoulesPerUnit, Metrics.AboveFrontier, Metrics.ServiceMean, Metrics.WaitMean, Metrics.MeanPower];

    /// <summary>The explanation under Tables II and III.</summary>
    /// <param name="tables">The tables.</param>
    public static IReadOnlyList<string> Of(PublishedTables tables)
    {
        var lines = new List<string>
        {
            tables.AllMatch
                ? "DP, UCB1 and JointNF come out exactly as printed: every job count, every queue entry, every J/unit."
                : "DP, UCB1 and JointNF do NOT all come out as printed.",
        };
        if (tables.Find("masked-uniform") is { } masked && tables.Find(PublishedResults.BesidesPolicy) is { } single)
            lines.AddRange(Masked(PublishedResults.Rows[^1], masked, single));
        return lines;
    }

    private static IEnumerable<string> Masked(PublishedRow agent, RunResult masked, RunResult single) =>
    [
        "",
        $"The learned agent's row needs no learning. 'masked-uniform' draws a site at random among those with a free GPU and a GPU count at random, at the "
        + $"energy-optimal clock: {masked.Jobs.Completed} jobs at {masked.PublishedJoulesPerUnit:F2} J/unit and no queue, where {agent.Algorithm} has "
        + $"{agent.CompletedJobs} at {agent.JoulesPerUnit:F2} and no queue.",
        "",
        "Why: the baselines route blindly to all eight sites, and four of them are too small for an eighth of the load; their whole queue stands there. "
        + "Only the agent's mask shows it which site has a free GPU. And in the public code the agent cannot learn: its actor heads get zero gradient from the "
        + "critics, the energy term is thousands of times smaller than the rest of the reward, and the latency penalty is saturated throughout.",
        "",
        $"The same mask with one GPU a job, 'masked-n1', does {single.Jobs.Completed} jobs at {single.PublishedJoulesPerUnit:F2} J/unit, without any learning.",
    ];
}
