using System.Text;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Calibration;

/// <summary>Reads <c>model,steps,brisque,clip[,category][,backbone]</c>.</summary>
public static class QualityTable
{
    private static readonly string[] Needed = ["model", "steps", "brisque", "clip"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ScenarioException">It cannot be read or used; the message names file, line and field.</exception>
    public static IReadOnlyList<QualityMeasurement> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ScenarioException(new ScenarioProblem(path, 1, 0, "", $"cannot be read: {e.Message}"), e);
        }
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The bytes; it stays open.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="ScenarioException">It cannot be used; the message names file, line and field.</exception>
    public static IReadOnlyList<QualityMeasurement> Read(Stream stream, string file)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        using var rows = new SignalRows(text, file, ',', isQuoted: true);
        if (!rows.Next())
            throw rows.Problem("", "the file is empty; it begins with model,steps,brisque,clip[,category]");
        var columns = new Columns([.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.Span(i).ToString())]);
        if (Needed.FirstOrDefault(n => !columns.Has(n)) is { } missing)
            throw rows.Problem(missing, $"this column is missing; needed are {string.Join(", ", Needed)}, found are {columns}");
        if (columns.Twice([.. Needed, "category", "backbone"]) is { } twice)
            throw rows.Problem(twice, "the header names this column twice");
        return Rows(rows, columns);
    }

    private static List<QualityMeasurement> Rows(SignalRows rows, Columns columns)
    {
        var (model, steps, brisque, clip) = (columns.Get("model"), columns.Get("steps"), columns.Get("brisque"), columns.Get("clip"));
        var (category, backbone) = (columns.Find("category"), columns.Find("backbone"));
        var measured = new List<QualityMeasurement>();
        string? firstBackbone = null;
        while (rows.Next())
        {
            rows.MustHave(columns.Header.Count);
            if (rows.Text(model).Length == 0)
                throw rows.Wrong(model, "the name of a model");
            if (backbone is { } column && (firstBackbone ??= rows.Text(column)) != rows.Text(column))
                throw rows.Wrong(column, $"'{firstBackbone}' as in the lines before: CLIP scores of different backbones cannot be compared, so a file has one");
            var row = new QualityMeasurement(
                rows.Text(model), rows.Whole(steps, 1, 10_000), rows.Number(brisque, -100, 1000), rows.Number(clip, -1, 200), category is { } c ? rows.Text(c) : "");
            // Cosines are near 0.3 and scores in percent near 30: both in one file is a mistake, or two backbones.
            if (measured.Count > 0 && Math.Max(row.Clip, measured[0].Clip) > 10 * Math.Max(0.01, Math.Min(row.Clip, measured[0].Clip)))
                throw rows.Wrong(clip, $"on the scale of the lines before, {measured[0].Clip}: a file has CLIP scores of one backbone and one scale");
            measured.Add(row);
        }

        return measured;
    }
}
