using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files;

/// <summary>One reading of one file.</summary>
/// <param name="file">The file as it was named: messages name it so, provenance without its folder.</param>
/// <param name="layout">The layout that was recognised.</param>
/// <param name="options">What the caller says.</param>
/// <param name="hash">Where the bytes come from.</param>
internal sealed class ReadContext(string file, SignalLayout layout, SignalReadOptions options, HashingStream hash)
{
    private string? _sha256;

    /// <summary>Name of the file without its folder.</summary>
    public string FileName { get; } = Path.GetFileName(file);

    public SignalReadOptions Options => options;

    /// <summary>The lines before the header.</summary>
    public IReadOnlyList<string[]> Preface { get; set; } = [];

    /// <summary>The hash of the whole file: asked for when everything was read.</summary>
    public string Sha256 => _sha256 ??= hash.Finish();

    /// <summary>What came out of the file.</summary>
    public SignalFile Result(string zone, int rows, IReadOnlyList<SignalSeries> series, IReadOnlyList<SignalTally>? tallies = null) =>
        new(FileName, layout, Sha256, zone, rows, series, tallies ?? []);

    public SignalSource Source(string zone, int rows, DateTimeOffset firstUtc, DateTimeOffset lastUtc, string conversion, int filled) =>
        new(FileName, Sha256, layout.Name, zone, rows, firstUtc, lastUtc, conversion, filled);

    /// <summary>Something is wrong with the file as a whole.</summary>
    public ScenarioException Problem(string message, int line = 1, string field = "") => new(new ScenarioProblem(file, line, 0, field, message));
}
