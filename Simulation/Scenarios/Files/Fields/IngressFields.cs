using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of an ingress.</summary>
internal static class IngressFields
{
    private static readonly ListKind<YamlScalar> SiteList = new(new NameKind(), "site names", 1, 10_000);

    /// <summary>Name.</summary>
    public static readonly Field<YamlScalar> Name = Field.Required("name", new NameKind(), "Name, unique among sites and ingresses.");

    /// <summary>Arrival process.</summary>
    public static readonly Field<Variant> Arrivals = Field.Optional("arrivals", ArrivalFields.Kind, "only the jobs of traces", "When jobs arrive.");

    /// <summary>Job sizes.</summary>
    public static readonly Field<Variant> Sizes =
        Field.Optional("sizes", SizeFields.Kind, "", "How large they are; required where jobs arrive by a process.");

    /// <summary>Allowed sites.</summary>
    public static readonly Field<IReadOnlyList<YamlScalar>> AllowedSites =
        Field.Optional("allowed-sites", SiteList, "all", "The only sites at which its jobs may run.");

    /// <summary>Forbidden sites.</summary>
    public static readonly Field<IReadOnlyList<YamlScalar>> ForbiddenSites =
        Field.Optional("forbidden-sites", SiteList, "none", "Sites at which its jobs may not run, taken out of the allowed ones.");

    /// <summary>Copies.</summary>
    public static readonly Field<long> Replicas =
        Field.Default("replicas", new CountKind(1, 10_000), "1", "Number of equal ingresses: from 2 on they are called name-01, name-02, …");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Ingresses",
        "Under `ingresses`, one mapping an ingress: where jobs enter the network. Keys may come from `ingress-defaults`.",
        [Name, Replicas, Arrivals, Sizes, AllowedSites, ForbiddenSites])
    { IsCompletedElsewhere = true };

    /// <summary>The keys of the defaults: all but the name.</summary>
    public static readonly SectionSchema Defaults = new(
        "Ingress defaults",
        "Under `ingress-defaults`: the keys of an ingress but its name.",
        [Replicas, Arrivals, Sizes, AllowedSites, ForbiddenSites])
    { IsCompletedElsewhere = true };
}
