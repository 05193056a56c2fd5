using ControlPlane.Simulation.Generation.Results;

namespace ControlPlane.Simulation.Generation.Studies;

/// <summary>The figures of a day, in the order of tables.</summary>
public static class GenerationMetrics
{
    /// <summary>System utility.</summary>
    public static GenerationMetric Utility { get; } = new(
        "utility_usd", "utility", "USD/day", 1, 1, "Revenue less penalties, transfers, energy and wear.", r => r.UtilityUsd);

    /// <summary>Deadline violations.</summary>
    public static GenerationMetric Violations { get; } = new(
        "violation_percent", "late", "%", 2, -1, "Jobs that were not answered in time, of all.", r => 100 * r.ViolationShare);

    /// <summary>Revenue.</summary>
    public static GenerationMetric Revenue { get; } = new(
        "revenue_usd", "revenue", "USD", 1, 1, "Paid by users for images in time, by their quality.", r => r.Money.RevenueUsd);

    /// <summary>Penalties.</summary>
    public static GenerationMetric Penalty { get; } = new("penalty_usd", "penalty", "USD", 1, -1, "Paid to users for images that were late.", r => r.Money.PenaltyUsd);

    /// <summary>Money for energy.</summary>
    public static GenerationMetric EnergyCost { get; } = new(
        "energy_cost_usd", "energy", "USD", 2, -1, "Bought energy and wear of batteries, less what was sold.", r => r.Money.EnergyUsd);

    /// <summary>Money for transfers.</summary>
    public static GenerationMetric TransferCost { get; } = new("transfer_cost_usd", "transfer", "USD", 2, -1, "Paid for bytes between providers.", r => r.Money.TransferUsd);

    /// <summary>Transferred jobs.</summary>
    public static GenerationMetric Transferred { get; } = new("transferred_percent", "moved", "%", 1, 0, "Jobs that another provider took than the one they came to.", MovedPercent);

    /// <summary>Mean steps.</summary>
    public static GenerationMetric Steps { get; } = new("mean_steps", "steps", "", 1, 0, "Denoising steps of an image, mean over the jobs taken.", MeanSteps);

    /// <summary>Mean clock.</summary>
    public static GenerationMetric Clock { get; } = new(
        "mean_clock", "clock", "", 2, 0, "Clock of the GPUs, mean over slots and providers.", r => r.Providers.Average(p => p.Series.Points.Average(x => x.Clock)));

    /// <summary>Energy of the computers.</summary>
    public static GenerationMetric Load { get; } = new("load_kwh", "used", "kWh", 1, -1, "Energy of the computers, without cooling.", r => r.Energy.LoadKwh);

    /// <summary>Bought energy.</summary>
    public static GenerationMetric Imported { get; } = new("import_kwh", "bought", "kWh", 1, -1, "Energy bought.", r => r.Energy.ImportKwh);

    /// <summary>Sold energy.</summary>
    public static GenerationMetric Exported { get; } = new("export_kwh", "sold", "kWh", 1, 0, "Energy sold.", r => r.Energy.ExportKwh);

    /// <summary>What batteries gave.</summary>
    public static GenerationMetric Discharged { get; } = new("discharge_kwh", "battery", "kWh", 1, 0, "Energy that batteries gave.", r => r.Energy.DischargeKwh);

    /// <summary>Emissions.</summary>
    public static GenerationMetric Carbon { get; } = new("carbon_kg", "carbon", "kg CO2", 1, -1, "Emissions of what was bought.", r => r.Energy.CarbonKg);

    /// <summary>Energy that was needed and not there.</summary>
    public static GenerationMetric Unserved { get; } = new(
        "unserved_kwh", "unserved", "kWh", 1, -1, "Energy needed that neither connection, battery nor generator brought; it costs nothing in the account.", r => r.Energy.UnservedKwh);

    /// <summary>What batteries have more at the end.</summary>
    public static GenerationMetric StoredChange { get; } = new(
        "stored_change_kwh", "stored", "kWh", 2, 0, "Energy in batteries at the end less that at the beginning; it is not in the cost.", r => r.Providers.Sum(p => p.StoredKwh));

    /// <summary>Declined offers.</summary>
    public static GenerationMetric Declined { get; } = new("declined_offers", "declined", "", 0, -1, "Offers that a provider declined.", r => r.DeclinedOffers);

    /// <summary>Interventions of the shield.</summary>
    public static GenerationMetric Replaced { get; } = new("replaced_decisions", "replaced", "", 0, -1, "Decisions that could not take effect and were replaced.", r => r.Replaced);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<GenerationMetric> All { get; } =
        [Utility, Violations, Revenue, Penalty, EnergyCost, TransferCost, Transferred, Steps, Clock, Load, Imported, Exported, Discharged, Unserved, StoredChange, Carbon, Declined, Replaced];

    private static double MovedPercent(GenerationResult r)
    {
        long moved = 0;
        var matrix = r.Transfers;
        for (var from = 0; from < matrix.First; from++)
        {
            for (var to = 0; to < matrix.Second; to++)
            {
                for (var k = 0; k < matrix.Third && from != to; k++)
                    moved += matrix[from, to, k];
            }
        }

        return 100.0 * moved / Math.Max(1, matrix.Total);
    }

    private static double MeanSteps(GenerationResult r)
    {
        var (steps, jobs) = (0.0, 0L);
        var matrix = r.StepChoices;
        for (var i = 0; i < matrix.First; i++)
        {
            for (var j = 0; j < matrix.Second; j++)
            {
                for (var k = 0; k < matrix.Third; k++)
                    (steps, jobs) = (steps + (double)r.Scenario.Steps[k] * matrix[i, j, k], jobs + matrix[i, j, k]);
            }
        }

        return steps / Math.Max(1, jobs);
    }
}
