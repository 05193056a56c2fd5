namespace ControlPlane.Simulation.Signals.Files;

/// <summary>What was read from a file.</summary>
/// <param name="File">Its name, without the folder.</param>
/// <param name="Layout">The layout that was recognised.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 small hexadecimal digits.</param>
/// <param name="Zone">The zone, node or place; empty when the file names none.</param>
/// <param name="Rows">Rows of data that were read, of this zone.</param>
/// <param name="Series">The signals; none for a file without times.</param>
/// <param name="Tallies">What was counted in a workload; empty for other files.</param>
public sealed record SignalFile(
    string File, SignalLayout Layout, string Sha256, string Zone, int Rows, IReadOnlyList<SignalSeries> Series, IReadOnlyList<SignalTally> Tallies)
{
    /// <summary>For a workload the share of the arrivals in each hour of the day, 24 numbers that sum to 1; empty for other files.</summary>
    public IReadOnlyList<double> HourOfDayShare { get; init; } = [];

    /// <summary>The first signal of a quantity.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <exception cref="InvalidOperationException">The file has none; the message lists what it has.</exception>
    public SignalSeries Signal(SignalQuantity quantity) =>
        Series.FirstOrDefault(s => s.Quantity == quantity)
        ?? throw new InvalidOperationException($"{File} has no signal in {quantity.Unit()}; it has {(Series.Count == 0 ? "none" : string.Join(", ", Series.Select(s => $"{s.Name} in {s.Quantity.Unit()}")))}.");
}
