using System.Text;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Scenarios.Files.Traces;
using ControlPlane.Simulation.Signals.Files.Layouts;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files;

/// <summary>Reads signals and workloads from public files. The layout is recognised by the header; everything comes out in UTC and in the units of <see cref="SignalQuantity"/>.</summary>
public static class SignalReader
{
    private const int MaxLine = 65_536;

    /// <summary>Reads a file; one that ends with <c>.gz</c> is unzipped.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the file does not say itself, and what is wanted of it.</param>
    /// <exception cref="ScenarioException">The file cannot be read or used; the message names file, line and field.</exception>
    public static SignalFile Read(string path, SignalReadOptions? options = null)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ScenarioException(new ScenarioProblem(path, 1, 0, "", $"cannot be read: {e.Message}"), e);
        }
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The bytes of the file; it stays open.</param>
    /// <param name="file">Name of the file: messages name it as given, provenance without its folder.</param>
    /// <param name="options">What the file does not say itself, and what is wanted of it.</param>
    /// <exception cref="ScenarioException">The file cannot be used; the message names file, line and field.</exception>
    public static SignalFile Read(Stream stream, string file, SignalReadOptions? options = null)
    {
        options ??= new();
        if (options.Step is { } step && (step < TimeSpan.FromSeconds(1) || step > TimeSpan.FromDays(1)))
            throw new ScenarioException(new ScenarioProblem(file, 1, 0, "step", $"must be from 1 s to 1 day, not {step:c}"));
        using var hash = new HashingStream(stream);
        using var unzipped = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new CompleteGzipStream(hash) : null;
        using var text = new StreamReader((Stream?)unzipped ?? hash, Encoding.UTF8, leaveOpen: true);
        try
        {
            var first = FirstLine(text);
            using var all = new PrefixReader(first, text);
            return first.TrimStart() is ['{' or '[', ..] ? Json(all, file, options, hash) : Table(all, first, file, options, hash);
        }
        catch (InvalidDataException e)
        {
            throw new ScenarioException(new ScenarioProblem(file, 1, 0, "", $"not a complete gzip file: {e.Message}"), e);
        }
    }

    private static SignalFile Table(TextReader text, string first, string file, SignalReadOptions options, HashingStream hash)
    {
        var isEpw = first.StartsWith("LOCATION,", StringComparison.OrdinalIgnoreCase);
        var isTabbed = first.Contains('\t');
        using var rows = new SignalRows(text, file, isTabbed ? '\t' : ',', !isEpw && !isTabbed);
        if (rows.Head.Count == 0)
            throw rows.Problem("", "the file is empty");
        if (isEpw)
            return Epw(rows, file, options, hash);
        var layout = LayoutChoice.Of(rows);
        return layout.Read(rows, new(file, layout, options, hash));
    }

    private static SignalFile Epw(SignalRows rows, string file, SignalReadOptions options, HashingStream hash)
    {
        var layout = SignalLayouts.All.OfType<EpwWeather>().Single();
        return layout.Read(rows, new(file, layout, options, hash));
    }

    private static SignalFile Json(TextReader text, string file, SignalReadOptions options, HashingStream hash)
    {
        using var json = new JsonText(AllOf(text, file), file);
        var layout = SignalLayouts.All.OfType<JsonLayout>().FirstOrDefault(l => l.Fits(json.Root))
            ?? throw new ScenarioException(new ScenarioProblem(file, 1, 0, "", $"no known JSON layout; those are {string.Join(" and ", SignalLayouts.All.OfType<JsonLayout>().Select(l => $"{l.Name}: {l.Header}"))}"));
        return layout.Read(json, new(file, layout, options, hash));
    }

    // The first line with its end: what it begins with tells what kind of file it is.
    private static string FirstLine(StreamReader text)
    {
        var line = new StringBuilder();
        while (line.Length < MaxLine && text.Read() is >= 0 and var c)
        {
            line.Append((char)c);
            if (c == '\n' && !string.IsNullOrWhiteSpace(line.ToString()))
                break;
        }

        return line.ToString();
    }

    private static string AllOf(TextReader text, string file)
    {
        var all = new StringBuilder();
        var buffer = new char[MaxLine];
        while (text.Read(buffer, 0, buffer.Length) is > 0 and var read)
        {
            if (all.Append(buffer, 0, read).Length > JsonText.MaxLength)
                throw new ScenarioException(new ScenarioProblem(file, 1, 0, "", $"more than {JsonText.MaxLength} characters"));
        }

        return all.ToString();
    }
}
