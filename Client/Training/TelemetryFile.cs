using System.Globalization;
using System.Text;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>The rounds of a session as CSV, a row each, on the disk before the checkpoint that goes on behind it.</summary>
/// <param name="path">The file.</param>
/// <param name="kind">What held-out runs measure.</param>
internal sealed class TelemetryFile(string path, HeldOutKind kind)
{
    private static readonly string[] Before = ["round", "decisions", "updates", "processor_s"];
    private readonly string[] _behind = [kind.Main.Column, kind.Beside.Column, "best"];

    /// <summary>Begins anew with rows that are already known.</summary>
    /// <param name="figureNames">Names of the learner's numbers.</param>
    /// <param name="rows">The rows.</param>
    public void Begin(IReadOnlyList<string> figureNames, IReadOnlyList<TelemetryRow> rows)
    {
        var names = Before.Concat(figureNames.Select(n => n.Replace(' ', '_').ToLowerInvariant())).Concat(_behind);
        var text = string.Concat(rows.Select(Line).Prepend(string.Join(',', names) + "\n"));
        DurableFile.Replace(path, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void Add(TelemetryRow row)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(Line(row)));
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write '{path}': {e.Message}");
        }
    }

    /// <summary>Reads the rows of the first rounds; a row that was not written to its end is left out.</summary>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="figures">How many numbers the learner has.</param>
    public IReadOnlyList<TelemetryRow> Read(int rounds, int figures)
    {
        if (!File.Exists(path))
            return [];
        var text = File.ReadAllText(path);
        var rows = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => Parse(line, figures));
        return [.. rows.OfType<TelemetryRow>().Where(r => r.Round.Round <= rounds).DistinctBy(r => r.Round.Round).OrderBy(r => r.Round.Round)];
    }

    private static string Line(TelemetryRow row)
    {
        var round = row.Round;
        string[] before = [$"{round.Round}", $"{round.Decisions}", $"{round.Updates}", Text(row.ProcessorS)];
        string[] behind = [Text(round.HeldOut?.Main ?? double.NaN), Text(round.HeldOut?.Beside ?? double.NaN), round.IsBest ? "true" : "false"];
        return string.Join(',', [.. before, .. round.Figures.Select(Text), .. behind]) + "\n";
    }

    private TelemetryRow? Parse(string line, int figures)
    {
        var fields = line.Split(',');
        if (fields.Length != Before.Length + figures + _behind.Length || !int.TryParse(fields[0], out var round))
            return null;
        var numbers = fields[1..^1].Select(Number).ToArray();
        HeldOutResult? heldOut = double.IsNaN(numbers[^2]) ? null : kind.Of(numbers[^2], numbers[^1]);
        return new(new(round, (long)numbers[0], (long)numbers[1], numbers[3..^2], heldOut, fields[^1] == "true"), numbers[2]);
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";
}
