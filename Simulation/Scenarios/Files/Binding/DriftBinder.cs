using ControlPlane.Fleet.Hardware;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes what sites really need.</summary>
/// <param name="sites">The sites by name.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class DriftBinder(NameTable sites, Problems problems)
{
    private static readonly Field[] OfChanges = [DriftFields.At, DriftFields.Over, DriftFields.Time, DriftFields.Power];
    private readonly SortedDictionary<int, SiteDrift> _bySite = [];

    /// <summary>Makes all drifts, in order of sites.</summary>
    /// <param name="root">The scenario.</param>
    public IReadOnlyList<SiteDrift> Bind(Section root)
    {
        foreach (var section in root.Find(RootFields.Drift) ?? [])
        {
            foreach (var site in sites.ResolveOrAll(section.Get(DriftFields.Site), problems))
                _bySite[site] = Add(section, _bySite.GetValueOrDefault(site, new(site, [])), root.Get(RootFields.Horizon));
        }

        return [.. _bySite.Values];
    }

    private SiteDrift Add(Section section, SiteDrift drift, double horizonS)
    {
        if (section.Has(DriftFields.Walk))
            return AddWalk(section, drift);
        if (section.Has(DriftFields.PerDay))
            problems.Add(section.At(DriftFields.PerDay), "belongs to walk");
        if (!section.Has(DriftFields.Time) && !section.Has(DriftFields.Power))
            problems.AddMissing(section.Node, DriftFields.Time.Name, "is missing; a drift has time or power, numbers in [0.2, 5], or walk, a number in (0, 2]");
        return AddChange(section, drift, horizonS);
    }

    private SiteDrift AddWalk(Section section, SiteDrift drift)
    {
        if (Array.Find(OfChanges, section.Has) is { } field)
            problems.Add(section.At(field), "a walk has no such key; write the change as an entry of its own");
        if (drift.Walk is not null)
            problems.Add(section.At(DriftFields.Walk), $"the site '{sites.Names[drift.Site]}' already has a walk");
        return drift with { Walk = new(section.Get(DriftFields.Walk), section.Get(DriftFields.PerDay)) };
    }

    private SiteDrift AddChange(Section section, SiteDrift drift, double horizonS)
    {
        var factors = new TableFactors(section.Get(DriftFields.Time), section.Get(DriftFields.Power));
        var change = new DriftChange(section.Get(DriftFields.At), section.Get(DriftFields.Over), factors);
        if (change.AtS > horizonS)
            problems.Add(section.At(DriftFields.At), $"must be in [0 s, {horizonS} s], the horizon, not {change.AtS} s");
        if (drift.Changes is [.., var last] && change.AtS < last.EndS)
        {
            var at = section.Has(DriftFields.At) ? section.At(DriftFields.At) : section.At(DriftFields.Site);
            problems.Add(at, $"the change of '{sites.Names[drift.Site]}' before it ends at {last.EndS} s; changes of a site are written in order and may not overlap");
        }

        return drift with { Changes = [.. drift.Changes, change] };
    }
}
