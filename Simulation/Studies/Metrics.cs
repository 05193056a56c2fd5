using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Studies;

/// <summary>The metrics of a run, in the order of tables.</summary>
public static class Metrics
{
    /// <summary>Completed jobs.</summary>
    public static Metric Completed { get; } = new(
        "completed_jobs", "completed", "jobs", 0, 1, "Jobs done by the end.", r => r.Jobs.Completed);

    /// <summary>Submitted jobs.</summary>
    public static Metric Submitted { get; } = new(
        "submitted_jobs", "submitted", "jobs", 0, 0, "Jobs that arrived.", r => r.Jobs.Submitted);

    /// <summary>Jobs waiting at the end.</summary>
    public static Metric WaitingAtEnd { get; } = new(
        "waiting_jobs_at_end", "waiting at end", "jobs", 0, -1, "Jobs waiting at ingresses and sites at the end.", r => r.Jobs.Held + r.Jobs.Queued);

    /// <summary>J per true unit.</summary>
    public static Metric JoulesPerUnit { get; } = new(
        "joules_per_unit", "energy", "J/unit", 3, -1, "Fleet energy, sleeping GPUs included, per unit of work done.", r => r.JoulesPerUnit);

    /// <summary>The frontier at the run's own service time.</summary>
    public static Metric FrontierJoulesPerUnit { get; } = new(
        "frontier_joules_per_unit", "frontier", "J/unit", 3, 0, "Least energy per unit at this load and this mean service time.", r => r.Frontier?.JoulesPerUnit ?? double.NaN);

    /// <summary>Distance above the frontier.</summary>
    public static Metric AboveFrontier { get; } = new(
        "above_frontier_percent", "above frontier", "%", 2, -1, "Energy per unit above the frontier at the same load and mean service time.", AboveFrontierPercent);

    /// <summary>J per unit as published.</summary>
    public static Metric PublishedJoulesPerUnit { get; } = new(
        "published_joules_per_unit", "as published", "J/unit", 4, -1, "Table II's measure: units over-counted by a 20 s log tick.", r => r.PublishedJoulesPerUnit);

    /// <summary>Mean service time.</summary>
    public static Metric ServiceMean { get; } = new(
        "service_mean_s", "service mean", "s", 0, -1, "Time on GPUs of completed jobs.", r => r.ServiceS.Mean);

    /// <summary>Mean service time of the work done.</summary>
    public static Metric WorkService { get; } = new(
        "work_service_s", "service of work", "s", 0, -1, "Mean job size times the GPU time of a unit of the work done: what the frontier bounds.", r => r.WorkServiceS);

    /// <summary>95th percentile of service time.</summary>
    public static Metric ServiceP95 { get; } = new(
        "service_p95_s", "p95", "s", 0, -1, "95th percentile of the time on GPUs.", r => r.ServiceS.Quantile(0.95));

    /// <summary>99th percentile of service time.</summary>
    public static Metric ServiceP99 { get; } = new(
        "service_p99_s", "p99", "s", 0, -1, "99th percentile of the time on GPUs.", r => r.ServiceS.Quantile(0.99));

    /// <summary>Mean wait.</summary>
    public static Metric WaitMean { get; } = new(
        "wait_mean_s", "wait mean", "s", 1, -1, "Time in queues of completed jobs.", r => r.WaitS.Mean);

    /// <summary>99th percentile of the wait.</summary>
    public static Metric WaitP99 { get; } = new(
        "wait_p99_s", "wait p99", "s", 1, -1, "99th percentile of the time in queues.", r => r.WaitS.Quantile(0.99));

    /// <summary>The longest queue.</summary>
    public static Metric LargestQueue { get; } = new(
        "largest_queue_jobs", "largest queue", "jobs", 0, -1, "Most jobs waiting anywhere at a sample of the time series.",
        r => Enumerable.Range(0, r.Series.TimeS.Count).Select(r.Series.Waiting).DefaultIfEmpty().Max());

    /// <summary>Mean transfer time.</summary>
    public static Metric WanMean { get; } = new(
        "wan_mean_ms", "WAN mean", "ms", 1, -1, "Time in transfer of completed jobs.", r => r.WanS.Mean * 1000);

    /// <summary>Mean time from submission to completion.</summary>
    public static Metric TotalMean { get; } = new(
        "total_mean_s", "total mean", "s", 0, -1, "From submission to completion.", r => r.TotalS.Mean);

    /// <summary>Mean fleet power.</summary>
    public static Metric MeanPower { get; } = new(
        "mean_power_kw", "power", "kW", 2, -1, "Mean power of the fleet.", r => r.MeanPowerW / 1000);

    /// <summary>Fleet energy.</summary>
    public static Metric Energy { get; } = new(
        "energy_kwh", "energy", "kWh", 1, -1, "Energy of the fleet.", r => r.EnergyJ / 3.6e6);

    /// <summary>Interruptions.</summary>
    public static Metric Interruptions { get; } = new(
        "interruptions", "interrupted", "runs", 0, -1, "Runs ended by lost sites, failed GPUs, preemption or withdrawal.", r => r.Interruptions);

    /// <summary>Interventions of the shield.</summary>
    public static Metric ShieldInterventions { get; } = new(
        "shield_interventions", "shield", "interv.", 0, -1, "Decisions that the shield replaced and failures of the policy that it caught.", r => r.Shield.Total);

    /// <summary>Lost work.</summary>
    public static Metric LostWork { get; } = new(
        "lost_work_percent", "lost work", "%", 3, -1, "Work done and lost by interruptions, of all work done.", LostPercent);

    /// <summary>Money for energy.</summary>
    public static Metric EnergyCost { get; } = new(
        "energy_cost_usd", "cost", "USD", 2, -1, "What the energy of the fleet cost: bought, wear and fuel, less what was sold.", r => r.Account?.CostUsd ?? double.NaN);

    /// <summary>Money per work.</summary>
    public static Metric EnergyCostPerUnit { get; } = new(
        "energy_cost_usd_per_million_units", "cost", "USD/M units", 3, -1, "What energy cost per million units of work done.", r => (r.Account?.CostUsd ?? double.NaN) / r.UsefulUnits * 1e6);

    /// <summary>Emissions.</summary>
    public static Metric Carbon { get; } = new(
        "carbon_kg", "carbon", "kg CO2", 1, -1, "Emissions of what was bought and of generators.", r => r.Account?.CarbonKg ?? double.NaN);

    /// <summary>Emissions per work.</summary>
    public static Metric CarbonPerUnit { get; } = new(
        "carbon_g_per_thousand_units", "carbon", "g/k units", 3, -1, "Emissions per thousand units of work done.", r => (r.Account?.CarbonKg ?? double.NaN) / r.UsefulUnits * 1e6);

    /// <summary>Bought energy.</summary>
    public static Metric Imported { get; } = new(
        "import_kwh", "bought", "kWh", 1, 0, "Energy bought, with cooling and losses.", r => r.Account?.ImportKwh ?? double.NaN);

    /// <summary>Energy that was needed and not there.</summary>
    public static Metric Unserved { get; } = new(
        "unserved_kwh", "unserved", "kWh", 1, -1, "Energy needed that neither connection, battery nor generator brought; it costs nothing in the account, so that a run with any must not be ranked by cost.",
        r => r.Account?.UnservedKwh ?? double.NaN);

    /// <summary>What batteries have more at the end.</summary>
    public static Metric StoredChange { get; } = new(
        "stored_change_kwh", "stored", "kWh", 1, 0, "Energy in batteries at the end less that at the beginning; it is not in the cost.",
        r => r.Account is null ? double.NaN : r.Sites.Sum(s => s.Account!.StoredAtEndKwh - s.Account.StoredAtStartKwh));

    /// <summary>Time above the power cap.</summary>
    public static Metric AboveCap { get; } = new(
        "above_power_cap_s", "above cap", "s", 0, -1, "Time above the power cap because no clock could be lowered further.", r => r.PowerCap?.AboveS ?? double.NaN);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Submitted, Completed, WaitingAtEnd, JoulesPerUnit, FrontierJoulesPerUnit, AboveFrontier, PublishedJoulesPerUnit, ServiceMean, WorkService, ServiceP95, ServiceP99,
        WaitMean, WaitP99, LargestQueue, WanMean, TotalMean, MeanPower, Energy, EnergyCost, EnergyCostPerUnit, Carbon, CarbonPerUnit, Imported, Unserved, StoredChange, AboveCap, Interruptions, LostWork,
        ShieldInterventions,
    ];

    private static double AboveFrontierPercent(RunResult run) =>
        run.Frontier is { } frontier ? 100 * (run.JoulesPerUnit / frontier.JoulesPerUnit - 1) : double.NaN;

    private static double LostPercent(RunResult run)
    {
        var lost = run.Sites.Sum(s => s.LostUnits);
        return 100 * lost / (lost + run.UsefulUnits);
    }
}
