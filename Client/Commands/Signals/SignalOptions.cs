using System.CommandLine;
using ControlPlane.Client.Inputs;
using ControlPlane.Simulation.Signals.Files;

namespace ControlPlane.Client.Commands.Signals;

/// <summary>What a file of signals does not say itself.</summary>
internal sealed class SignalOptions
{
    private readonly Option<string?> _zone = new("--zone") { HelpName = "NAME", Description = "Zone, node or region, for files that hold several." };
    private readonly Option<double?> _step = TimeInput.Option("--step", 1, 86_400, "Resample to this step: prices hold or are averaged by time, weather is linear (default: that of the file).");
    private readonly Option<double?> _usdPerAud = Quantity.Option("--usd-per-aud", 0, 10, "What an Australian dollar is worth in USD; AEMO's prices are refused without it.");
    private readonly Option<double?> _utcOffset = Quantity.Option("--utc-offset", -14.001, 14, "Hours from UTC of local times that do not state theirs, for example -7.");

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_zone, _step, _usdPerAud, _utcOffset];

    /// <summary>What they say.</summary>
    /// <param name="result">The command line.</param>
    public SignalReadOptions Read(ParseResult result) => new()
    {
        Zone = result.GetValue(_zone),
        Step = result.GetValue(_step) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        UsdPerAud = result.GetValue(_usdPerAud),
        UtcOffset = result.GetValue(_utcOffset) is { } hours ? TimeSpan.FromHours(hours) : null,
    };
}
