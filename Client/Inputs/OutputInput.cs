using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that say how results come out.</summary>
internal sealed class OutputInput
{
    /// <summary>JSON to stdout.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Results as one JSON document with stable names; nothing else on stdout." };

    /// <summary>CSV to stdout.</summary>
    public Option<bool> Csv { get; } = new("--csv") { Description = "Results as one CSV table with a header line." };

    /// <summary>No progress.</summary>
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no notes on stderr, only errors." };

    /// <summary>A folder for files.</summary>
    public Option<string?> Folder { get; } = new("--out", "-o") { HelpName = "DIR", Description = "Also write the report, CSV tables and JSON into this folder." };

    /// <summary>The options of commands that only print.</summary>
    public IReadOnlyList<Option> Printing => [Json, Csv, Quiet];

    /// <summary>The options of commands that can also write files.</summary>
    public IReadOnlyList<Option> Writing => [Json, Csv, Folder, Quiet];

    /// <summary>The format asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">Two formats at once.</exception>
    public OutputFormat Format(ParseResult result)
    {
        var json = result.GetValue(Json);
        if (json && result.GetValue(Csv))
            throw new InputException("give --json or --csv, not both");
        if (json)
            return OutputFormat.Json;
        return result.GetValue(Csv) ? OutputFormat.Csv : OutputFormat.Text;
    }

    /// <summary>The folder asked for; null if none.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">It cannot be used.</exception>
    public OutputFolder? OpenFolder(ParseResult result) => result.GetValue(Folder) is { } path ? new OutputFolder(path) : null;

    /// <summary>Whether nothing but errors may appear on stderr.</summary>
    /// <param name="result">The command line.</param>
    public bool IsQuiet(ParseResult result) => result.GetValue(Quiet);
}
