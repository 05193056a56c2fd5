using ControlPlane.Planning.Joint;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>Which job runs where and when, and how busy that keeps the sites.</summary>
internal static class ScheduleSection
{
    public static void Write(HtmlReport report, PlanView view, ReportOptions options)
    {
        var section = report.Section("Work");
        section.Paragraph($"**{view.Account.JobsRun} of {view.Account.JobsOffered}** jobs run, each without a break at one site. {Refused(view)}");
        if (view.Account.JobsRun > 0)
            section.Figure(Gantt(view), "A bar a job with its GPUs; jobs that run at once lie in lanes of their own.");
        foreach (var s in view.Sites)
            section.Figure(Busy(view, s), "", FigureWidth.Half);
        if (view.Instance.Classes.Count > 0)
            section.Figure(Routes(view), "GPU-hours that serve each class, over the horizon. Hatched: too far for the class.");
        if (view.Instance.Jobs.Count > 0)
            section.Details("All jobs", d => d.Table(Jobs(view, options)));
    }

    private static string Refused(PlanView view)
    {
        var worth = view.Instance.Jobs.Where((_, j) => view.Plan.Starts[j] is null).Sum(job => job.ValueUsd);
        var inference = view.Account.DemandGpuH > 0 ? $"Of the inference {NumberFormat.Percent(view.Account.UnservedGpuH / view.Account.DemandGpuH, 2)} is not served." : "";
        return worth > 0 ? $"What the others would have earned is {NumberFormat.Fixed(worth, 0)} USD. {inference}" : inference;
    }

    private static GanttChart Gantt(PlanView view)
    {
        IReadOnlyList<GanttBar> Bars(int site) =>
        [
            .. view.Instance.Jobs.Select((job, j) => (Job: job, Start: view.Plan.Starts[j])).Where(x => x.Start?.Site == site).Select(x => new GanttBar(
                x.Job.Name, x.Start!.Value.Slot * view.SlotS, (x.Start.Value.Slot + x.Job.LengthSlots) * view.SlotS, $"{NumberFormat.Count(x.Job.Gpus)} GPUs")),
        ];
        return new GanttChart(new("Jobs by site", "Bars of the jobs over time, a row a site.", view.Time, [.. view.Sites.Select(s => new GanttRow(view.Name(s), s, Bars(s)))]));
    }

    private static LineChart Busy(PlanView view, int s)
    {
        var account = view.Account.Sites[s];
        return new LineChart(new(
            $"GPUs of {view.Name(s)}", $"GPUs busy with jobs and with inference at {view.Name(s)}, and all that it has.", view.Time, new Axis("GPUs") { FromZero = true },
            [
                view.Line("jobs and inference", 2, account.TrainingGpus.Zip(account.InferenceGpus, (a, b) => a + b)), view.Line("jobs", 0, account.TrainingGpus),
                view.Line("all", 9, view.Instance.Sites[s].Gpus),
            ])
        { Step = true });
    }

    private static HeatMap Routes(PlanView view)
    {
        var instance = view.Instance;
        var rows = instance.Classes.Select((k, index) =>
        {
            double[] sites = [.. view.Sites.Select(s => instance.SlotHours * view.Plan.Routes[index].At(s).ToArray().Sum())];
            return (IReadOnlyList<double>)[.. sites.Select((gpuH, s) => k.LatencyMs[s] <= k.LatencyLimitMs ? Rounded(gpuH) : double.NaN), Rounded(instance.SlotHours * k.DemandGpus.Sum() - sites.Sum())];
        });
        return new HeatMap(new(
            "Inference by class and site", "Heat map of GPU-hours, a row a class, a column a site; hatched where a site is too far.",
            [.. instance.Classes.Select(k => $"{k.Name} from {view.Name(k.Origin)}")], [.. view.Sites.Select(view.Name), "not served"], [.. rows])
        { Format = ValueFormat.Number, ValueLabel = "GPU-h", ColumnLabel = "served by" });
    }

    // Sums of hundreds of numbers miss 0 by a little.
    private static double Rounded(double gpuH) => gpuH > 1e-6 ? gpuH : 0;

    private static ReportTable Jobs(PlanView view, ReportOptions options)
    {
        double Hour(int slot) => slot * view.Instance.SlotHours;
        IReadOnlyList<TableCell> Row(TrainingJob job, JobStart? start) =>
        [
            TableCell.Text(job.Name), TableCell.Text(start is { } s ? view.Name(s.Site) : "does not run"), TableCell.Fixed(start is { } f ? Hour(f.Slot) : double.NaN, 2),
            TableCell.Fixed(start is { } e ? Hour(e.Slot + job.LengthSlots) : double.NaN, 2), TableCell.Fixed(Hour(job.ReleaseSlot), 2), TableCell.Fixed(Hour(job.DeadlineSlot), 2), TableCell.Count(job.Gpus),
            TableCell.Fixed(job.ValueUsd, 2),
        ];
        return new ReportTable(
            "Jobs",
            [
                TableColumn.OfText("job"), TableColumn.OfText("site"), new("begins", "h"), new("ends", "h"), new("from", "h"), new("until", "h"), new("GPUs"), new("value", "USD"),
            ],
            [.. view.Instance.Jobs.Select((job, j) => Row(job, view.Plan.Starts[j]))])
        {
            CsvFile = options.CsvFiles.FirstOrDefault(file => file.EndsWith("jobs.csv", StringComparison.Ordinal)) ?? "",
        };
    }
}
