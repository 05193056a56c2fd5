using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Tables;

/// <summary>One row a policy and metric: mean over seeds, 95 % interval and number of runs. Policies with partial runs say so.</summary>
internal static class SummaryCsv
{
    public static ReportFile Of(StudyResult study)
    {
        var table = new CsvTable("policy", "metric", "unit", "mean", "half_width_95_percent", "runs", "partial");
        foreach (var policy in study.Policies)
        {
            var partial = policy.Runs.Any(r => r.Partial);
            foreach (var metric in Metrics.All)
            {
                var estimate = policy.Estimate(metric);
                table.Add(policy.Policy.Label, metric.Name, metric.Unit, estimate.Mean, estimate.HalfWidth, estimate.Count, partial);
            }
        }
        return table.ToFile(CsvNames.Summary);
    }
}
