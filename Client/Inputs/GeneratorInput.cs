using System.CommandLine;
using ControlPlane.Planning.Joint.Generated;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that say which instance of the joint plan to generate.</summary>
internal sealed class GeneratorInput
{
    private static readonly (RenewableMix, string)[] Mixes = [(RenewableMix.Poor, "poor"), (RenewableMix.Mixed, "mixed"), (RenewableMix.Rich, "rich")];

    private readonly Option<long?> _sites = Quantity.WholeOption("--sites", 1, 100, "Sites (default: 3).");
    private readonly Option<long?> _hours = Quantity.WholeOption("--hours", 1, 168, "Hours to plan for (default: 24).");
    private readonly Option<string?> _slots = new("--slots-per-hour") { HelpName = "N", Description = "Slots in an hour: 1, 2, 4 or 12 (default: 1)." };
    private readonly Option<long?> _jobs = Quantity.WholeOption("--jobs", 0, 10_000, "Training jobs (default: 6).");
    private readonly Option<long?> _classes = Quantity.WholeOption("--classes", 0, 1_000, "Inference classes (default: 3).");
    private readonly Option<bool> _tight = new("--tight") { Description = "More work than there is room for, and less slack." };
    private readonly Option<string?> _renewables = new("--renewables") { HelpName = "MIX", Description = "Sun and wind: poor, mixed or rich (default: mixed)." };
    private readonly Option<double?> _value = Quantity.Option("--value-factor", 0, 1e6, "Factor on what jobs and inference earn (default: 1); with 0.15 energy counts.");

    /// <summary>The options, without the seed.</summary>
    public IReadOnlyList<Option> All => [_sites, _hours, _slots, _jobs, _classes, _tight, _renewables, _value];

    /// <summary>The first of the options that was given; null for none.</summary>
    /// <param name="result">The command line.</param>
    public string? Given(ParseResult result) => All.FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>The settings asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="seed">The seed.</param>
    public GeneratorSettings Read(ParseResult result, long seed) => new()
    {
        Sites = (int)(result.GetValue(_sites) ?? 3),
        Hours = (int)(result.GetValue(_hours) ?? 24),
        SlotsPerHour = ChoiceInput.Read(_slots.Name, result.GetValue(_slots) ?? "1", [(1, "1"), (2, "2"), (4, "4"), (12, "12")]),
        Jobs = (int)(result.GetValue(_jobs) ?? 6),
        Classes = (int)(result.GetValue(_classes) ?? 3),
        Seed = seed,
        IsTight = result.GetValue(_tight),
        Renewables = ChoiceInput.Read(_renewables.Name, result.GetValue(_renewables) ?? "mixed", Mixes),
        ValueFactor = result.GetValue(_value) ?? 1,
    };
}
