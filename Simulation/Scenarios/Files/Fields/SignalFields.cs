using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a signal: a number that changes with time.</summary>
internal static class SignalFields
{
    /// <summary>The word for a signal of a file.</summary>
    public const string File = "file";

    /// <summary>The word for a signal that repeats every day.</summary>
    public const string Daily = "daily";

    /// <summary>The word for a made signal.</summary>
    public const string Synthetic = "synthetic";

    private const int HoursPerDay = 24;

    private static readonly Field<string> Source = Field.Required(
        "source", new ChoiceKind<string>([(File, File), (Daily, Daily), (Synthetic, Synthetic)]), "Where it comes from.");

    /// <summary>The file.</summary>
    public static readonly Field<YamlScalar> Path = Field.Required(
        "file", new TextKind(1000), "A file in one of the layouts of `controlplane signals layouts`, relative to the file that names it.");

    /// <summary>The zone of a file that holds several.</summary>
    public static readonly Field<YamlScalar> Zone = Field.Optional("zone", new TextKind(200), "the only one", "Which zone or node of a file that holds several.");

    /// <summary>The exchange rate of a file in Australian dollars.</summary>
    public static readonly Field<double> UsdPerAud =
        Field.Optional("usd-per-aud", new QuantityKind(Dimension.Number, "(0, 100]"), "none; AEMO's prices need it", "What an Australian dollar is worth, USD.");

    /// <summary>The offset of a file in local time.</summary>
    public static readonly Field<double> UtcOffset =
        Field.Optional("utc-offset", new QuantityKind(Dimension.Duration, "[-14 h, 14 h]"), "what the file says", "Offset of its local times from UTC, for files that do not state theirs.");

    /// <summary>The kind of market.</summary>
    public static readonly Field<YamlScalar> Market = Field.Default("market", new NameKind(), "pjm", "Whose level and spread it has: pjm, nyiso, caiso or ercot.");

    /// <summary>The seed of a made signal.</summary>
    public static readonly Field<long> Seed = Field.Default("seed", new CountKind(0, 9_007_199_254_740_991), "1", "Seed.");

    /// <summary>A signal of a dimension: one number for ever, or a mapping that says where it comes from.</summary>
    /// <param name="dimension">Its dimension.</param>
    /// <param name="range">The allowed values.</param>
    /// <param name="what">What it is, for headings.</param>
    public static SignalKind Kind(Dimension dimension, string range, string what)
    {
        var values = Values(dimension, range);
        return new SignalKind(
            new QuantityKind(dimension, range),
            new VariantKind(
                Source.Name,
                [
                    (File, new SectionSchema($"{what}: file", "A file; times are read as UTC as its layout says.", [Source, Path, Zone, UsdPerAud, UtcOffset])),
                    (Daily, new SectionSchema($"{what}: daily", "The same every day, hour by hour in UTC.", [Source, values])),
                    (Synthetic, new SectionSchema($"{what}: synthetic", "Made by this product from a seed; looks like the real thing.", [Source, Market, Seed])),
                ]),
            values);
    }

    private static Field<IReadOnlyList<double>> Values(Dimension dimension, string range) => Field.Required(
        "values", new ListKind<double>(new QuantityKind(dimension, range), "values, one an hour", HoursPerDay, HoursPerDay), "Values of the 24 hours, UTC.");
}
