using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of transfers between providers.</summary>
internal static class TransferFields
{
    private static readonly QuantityKind Time = new(Dimension.Duration, "[0 s, 1 h]");
    private static readonly QuantityKind Rate = new(Dimension.Throughput, "(0 Mbit/s, 1000000 Gbit/s]");
    private static readonly QuantityKind Price = new(Dimension.Number, "[0, 1000]");

    /// <summary>One end.</summary>
    public static readonly Field<YamlScalar> From = Field.Required("from", new NameKind(), "A provider.");

    /// <summary>The other end.</summary>
    public static readonly Field<YamlScalar> To = Field.Required("to", new NameKind(), "Another one.");

    /// <summary>Round-trip time.</summary>
    public static readonly Field<double> Rtt = Field.Default("rtt", Time, "0.15 s", "Round-trip time.");

    /// <summary>Throughput.</summary>
    public static readonly Field<double> Throughput = Field.Default("throughput", Rate, "5 Mbit/s", "Throughput of the connection of a job.");

    /// <summary>Price.</summary>
    public static readonly Field<double> UsdPerGb = Field.Default("price-per-gb", Price, "0.02", "Price of a gigabyte, USD.");

    /// <summary>The keys of a link.</summary>
    public static readonly SectionSchema LinkSchema = new(
        "Links of providers", "Under `links` of `transfer`: what is different between two providers, the same in both directions.", [From, To, Rtt, Throughput, UsdPerGb]);

    /// <summary>Links.</summary>
    public static readonly Field<IReadOnlyList<Section>> Links =
        Field.Optional("links", new ListKind<Section>(new SectionKind(LinkSchema), "links", 0, 100_000), "none", "What is different between two providers.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Transfer", "Under `transfer`: between all providers. One way takes the round-trip time and 8 × bytes / throughput.", [Rtt, Throughput, UsdPerGb, Links]);
}
