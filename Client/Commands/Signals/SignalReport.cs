using ControlPlane.Client.Output;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Signals;
using ControlPlane.Simulation.Signals.Files;

namespace ControlPlane.Client.Commands.Signals;

/// <summary>Files of signals as one HTML page.</summary>
internal static class SignalReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="files">The files.</param>
    /// <param name="command">The command that made it.</param>
    public static void Write(string path, IReadOnlyList<SignalFile> files, string command)
    {
        var report = new HtmlReport("Signals", string.Join(", ", files.Select(f => f.File)));
        foreach (var file in files)
            Section(report.Section(file.File), file);
        report.Section("Command").Code(command);
        TextFile.Write(path, report.ToHtml());
    }

    private static void Section(HtmlSection section, SignalFile file)
    {
        section.Paragraph($"{file.Layout.Title}. {Show.Count(file.Rows, "row")}{(file.Zone.Length > 0 ? $", {file.Zone}" : "")}. SHA-256 `{file.Sha256}`. {file.Layout.Notes}");
        foreach (var series in file.Series)
            section.Figure(Chart(series), $"{series.Quantity.Unit()}; slots of {series.Step:c} from {series.StartUtc:yyyy-MM-dd HH:mm} UTC; {series.Source.FilledSlots} filled. {series.Source.Resampling}");
        foreach (var tally in file.Tallies)
            section.Subheading(tally.Name).Bullets(tally.Counts.Take(12).Select(c => $"{c.Key}: {c.Value}"));
    }

    private static LineChart Chart(SignalSeries series)
    {
        var values = series.Values.ToArray();
        double[] seconds = [.. values.Select((_, i) => i * series.Step.TotalSeconds)];
        return new LineChart(new LineChartData(
            $"{series.Name} over time",
            $"{series.Name} from {values.Min():0.####} to {values.Max():0.####} {series.Quantity.Unit()}.",
            new Axis("time since the start", "", AxisKind.Time),
            new Axis(series.Name, series.Quantity.Unit()),
            [new LineSeries(series.Name, 0, seconds, values)]) { Step = !series.Quantity.IsLinear() });
    }
}
