using ControlPlane.Fleet.Jobs;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes what arrives at the ingresses.</summary>
/// <param name="sites">The sites.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class WorkloadBinder(NameTable sites, Problems problems)
{
    /// <summary>The most jobs that a run may expect.</summary>
    private const double MaxJobs = 1e9;

    private readonly List<IngressWorkload> _workloads = [];

    /// <summary>The names of the ingresses.</summary>
    public NameTable Names { get; } = new("ingresses");

    /// <summary>Makes all workloads.</summary>
    /// <param name="root">The scenario.</param>
    public IReadOnlyList<IngressWorkload> Bind(Section root)
    {
        foreach (var ingress in root.Get(RootFields.Ingresses))
        {
            Names.Add(ingress.Get(IngressFields.Name), (int)ingress.Get(IngressFields.Replicas), sites, problems);
            var workload = Workload(ingress);
            _workloads.AddRange(Enumerable.Repeat(workload, Names.Names.Count - _workloads.Count));
        }

        CheckNumber(root);
        return _workloads;
    }

    private IngressWorkload Workload(Section ingress)
    {
        var arrivals = ingress.Find(IngressFields.Arrivals) is { } process ? Arrivals(process) : null;
        var sizes = ingress.Find(IngressFields.Sizes) is { } distribution ? new SizeBinder(problems).Bind(distribution) : null;
        if (arrivals is not null && sizes is null)
            problems.AddMissing(ingress.Node, IngressFields.Sizes.Name, "is missing; where jobs arrive by a process their sizes must be given");
        return new IngressWorkload(arrivals, arrivals is null ? null : sizes, Constraint(ingress));
    }

    private static ArrivalProcess? Arrivals(Variant process)
    {
        var s = process.Section;
        return process.Word switch
        {
            ArrivalFields.Poisson => new ArrivalProcess(s.Get(ArrivalFields.Rate)),
            ArrivalFields.Sinusoid => new ArrivalProcess(
                s.Get(ArrivalFields.Rate), s.Get(ArrivalFields.Amplitude), s.Get(ArrivalFields.Period), s.Get(ArrivalFields.Phase)),
            _ => null,
        };
    }

    private SiteSet? Constraint(Section ingress)
    {
        var allowed = ingress.Find(IngressFields.AllowedSites);
        var forbidden = ingress.Find(IngressFields.ForbiddenSites);
        if (allowed is null && forbidden is null)
            return null;
        var members = allowed is null ? [.. Enumerable.Range(0, sites.Names.Count)] : Indices(allowed);
        members.ExceptWith(Indices(forbidden ?? []));
        var last = forbidden is null ? IngressFields.AllowedSites : IngressFields.ForbiddenSites;
        if (members.Count == 0 && problems.None)
            problems.Add(ingress.At(last), "no site is left at which its jobs may run");
        return new SiteSet(sites.Names.Count, members);
    }

    private HashSet<int> Indices(IReadOnlyList<YamlScalar> names) => [.. names.SelectMany(n => sites.Resolve(n, problems))];

    private void CheckNumber(Section root)
    {
        if (problems.None && !root.Has(RootFields.Traces) && _workloads.All(w => w.Arrivals is null))
            problems.Add(root.At(RootFields.Ingresses), "no job ever arrives: give at least one ingress arrivals, or the scenario traces");
        var jobs = _workloads.Sum(w => w.Arrivals?.RatePerS ?? 0) * root.Get(RootFields.Load) * root.Get(RootFields.Horizon);
        if (jobs > MaxJobs)
            problems.Add(root.At(RootFields.Horizon), $"rates × load × horizon must be at most {MaxJobs:0} jobs, not {jobs:0}");
    }
}
