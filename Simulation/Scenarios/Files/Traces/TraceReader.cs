using System.Globalization;
using ControlPlane.Simulation.Workloads;
using CsvHelper;

namespace ControlPlane.Simulation.Scenarios.Files.Traces;

/// <summary>
/// Reads jobs from CSV, plain or compressed with gzip: a header and one job a line, in order of time. The first mistake ends the reading.
/// </summary>
internal sealed class TraceReader
{
    /// <summary>The most jobs of a file.</summary>
    public const int MaxJobs = 50_000_000;

    private const double MaxTimeS = 316_224_000;
    private const double MaxSizeUnits = 1e15;
    private const string TimeAllowed = "a number of seconds in [0, 316224000]";
    private const string SizeAllowed = "a number of units in (0, 1E+15]";

    // The header is read as a line like others, so that its mistakes are reported in the same way.
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        DetectSeparatorHint = false,
        AllowLineBreaksInQuotes = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = 4096,
        TrackLineNumbers = true,
        PoolStrings = true,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    private readonly string _file;
    private readonly CsvReader _csv;
    private readonly IReadOnlyList<string> _ingresses;
    private readonly Dictionary<string, int> _ingressIndex;
    private TraceColumns _columns = TraceColumns.None;

    private TraceReader(CsvReader csv, string file, IReadOnlyList<string> ingresses)
    {
        _csv = csv;
        _file = file;
        _ingresses = ingresses;
        _ingressIndex = Enumerable.Range(0, ingresses.Count).ToDictionary(i => ingresses[i]);
    }

    /// <summary>Reads a trace.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="file">Its name, for messages; compressed when it ends with <c>.gz</c>.</param>
    /// <param name="ingresses">The ingresses by index.</param>
    /// <exception cref="ScenarioException">The file is wrong; the message names line, column and what is allowed.</exception>
    public static IReadOnlyList<TraceJob> Read(Stream stream, string file, IReadOnlyList<string> ingresses)
    {
        using var unzipped = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new CompleteGzipStream(stream) : null;
        using var csv = CsvReader.Create(unzipped ?? stream, Options, leaveOpen: true);
        return new TraceReader(csv, file, ingresses).Jobs();
    }

    private List<TraceJob> Jobs()
    {
        if (!Next())
            throw Problem(1, "", "the file is empty; it must begin with the header t_s,ingress,size_units");
        if (TraceColumns.TryRead(_csv.Current.ToArray(), out _columns) is { } complaint)
            throw Problem(_csv.LineNumber, "", complaint);
        var jobs = new List<TraceJob>();
        var lastS = 0.0;
        while (Next())
        {
            if (_csv.FieldCount != _columns.Count)
                throw Problem(_csv.LineNumber, "", $"the line has {_csv.FieldCount} columns, the header {_columns.Count}");
            if (jobs.Count == MaxJobs)
                throw Problem(_csv.LineNumber, "", $"more than {MaxJobs} jobs");
            var job = Job(lastS);
            lastS = job.TimeS;
            jobs.Add(job);
        }

        return jobs;
    }

    private TraceJob Job(double lastS)
    {
        var timeS = Number(_columns.TimeS);
        if (!(timeS >= 0 && timeS <= MaxTimeS))
            throw Wrong(_columns.TimeS, TraceColumns.TimeName, TimeAllowed);
        if (timeS < lastS)
            throw Wrong(_columns.TimeS, TraceColumns.TimeName, $"in order of time, at least {lastS}");
        var name = _csv.GetString(_columns.Ingress);
        if (!_ingressIndex.TryGetValue(name, out var ingress))
            throw UnknownIngress(name);
        var size = Number(_columns.Size);
        if (!(size > 0 && size <= MaxSizeUnits))
            throw Wrong(_columns.Size, TraceColumns.SizeName, SizeAllowed);
        return new TraceJob(timeS, ingress, size);
    }

    // NaN when the field is no number: no range contains it.
    private double Number(int column) =>
        double.TryParse(_csv.GetSpan(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    private bool Next()
    {
        try
        {
            return _csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw Problem(Math.Max(e.LineNumber, _csv.LineNumber), "", $"not a line of values between commas: {e.Message}", e);
        }
        catch (InvalidDataException e)
        {
            throw Problem(_csv.LineNumber, "", $"not a complete gzip file: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem(_csv.LineNumber, "", $"cannot be read further: {e.Message}", e);
        }
    }

    private ScenarioException UnknownIngress(string name)
    {
        var hint = Suggestion.For(name, _ingresses, "ingresses");
        return Problem(_csv.LineNumber, TraceColumns.IngressName, $"there is no ingress {Shown.Quote(name)}; {hint}");
    }

    private ScenarioException Wrong(int column, string name, string allowed) =>
        Problem(_csv.LineNumber, name, $"must be {allowed}, not {Shown.Quote(_csv.GetString(column))}");

    private ScenarioException Problem(long line, string column, string message, Exception? inner = null) =>
        new(new ScenarioProblem(_file, (int)Math.Clamp(line, 1, int.MaxValue), 0, column, message), inner);
}
