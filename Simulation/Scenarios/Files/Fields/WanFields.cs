using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of the network.</summary>
internal static class WanFields
{
    private static readonly QuantityKind Latency = new(Dimension.Duration, "[0 s, 1 h]");

    /// <summary>One end of a link.</summary>
    public static readonly Field<YamlScalar> From = Field.Required("from", new NameKind(), "An ingress or site.");

    /// <summary>The other end of a link.</summary>
    public static readonly Field<YamlScalar> To = Field.Required("to", new NameKind(), "Another ingress or site.");

    /// <summary>Latency of a link.</summary>
    public static readonly Field<double> LinkLatency = Field.Required("latency", Latency, "One-way latency, the same in both directions.");

    /// <summary>The keys of a link.</summary>
    public static readonly SectionSchema LinkSchema = new(
        "Links",
        "Under `links` of `wan`. The name of replicated sites or ingresses stands for all copies: the link joins every copy with every copy.",
        [From, To, LinkLatency]);

    /// <summary>Links.</summary>
    public static readonly Field<IReadOnlyList<Section>> Links =
        Field.Optional("links", new ListKind<Section>(new SectionKind(LinkSchema), "links", 0, 100_000), "none", "The links.");

    /// <summary>Latency of the direct links between all.</summary>
    public static readonly Field<double> DefaultLatency = Field.Optional(
        "default-latency",
        Latency,
        "no such links",
        "Joins every ingress with every site directly, beside `links`; of parallel links the fastest counts.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Network",
        "Under `wan`. Transfers follow shortest paths by latency, also through other ingresses and sites; every ingress must reach every site.",
        [Links, DefaultLatency]);
}
