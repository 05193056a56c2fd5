using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes what happens to the fleet.</summary>
/// <param name="sites">The sites by name.</param>
/// <param name="specs">The sites by index.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class EventBinder(NameTable sites, IReadOnlyList<DataCenterSpec> specs, Problems problems)
{
    private const int MaxEvents = 1_000_000;

    // Which field makes which event of a site, whether it has a count, and what ends it.
    private static readonly (Field<YamlScalar> Field, ScenarioEventKind Kind, bool HasCount, ScenarioEventKind? End)[] OfSites =
    [
        (EventFields.LoseSite, ScenarioEventKind.LoseSite, false, ScenarioEventKind.RecoverSite),
        (EventFields.RecoverSite, ScenarioEventKind.RecoverSite, false, null),
        (EventFields.Drain, ScenarioEventKind.DrainSite, false, ScenarioEventKind.ResumeSite),
        (EventFields.Resume, ScenarioEventKind.ResumeSite, false, null),
        (EventFields.FailGpus, ScenarioEventKind.FailGpus, true, ScenarioEventKind.RepairGpus),
        (EventFields.RepairGpus, ScenarioEventKind.RepairGpus, true, null),
        (EventFields.Preempt, ScenarioEventKind.PreemptJobs, true, null),
    ];

    private readonly List<ScenarioEvent> _events = [];
    private double _horizonS;
    private double _load;

    /// <summary>Makes all events, in order of time and, at the same time, of the file.</summary>
    /// <param name="root">The scenario.</param>
    public IReadOnlyList<ScenarioEvent> Bind(Section root)
    {
        (_horizonS, _load) = (root.Get(RootFields.Horizon), root.Get(RootFields.Load));
        foreach (var section in root.Find(RootFields.Events) ?? [])
        {
            if (_events.Count <= MaxEvents)
                Add(section);
        }

        if (_events.Count > MaxEvents)
            problems.Add(root.At(RootFields.Events), $"with all copies of sites there are more than {MaxEvents} events");
        return [.. _events.OrderBy(e => e.AtS)];
    }

    /// <summary>Makes the random failures of GPUs.</summary>
    /// <param name="root">The scenario.</param>
    public IReadOnlyList<GpuFailureProcess> BindFailures(Section root)
    {
        var bySite = new SortedDictionary<int, GpuFailureProcess>();
        foreach (var section in root.Find(RootFields.GpuFailures) ?? [])
        {
            var name = section.Get(GpuFailureFields.Site);
            foreach (var site in sites.ResolveOrAll(name, problems))
            {
                var (failS, repairS) = (section.Get(GpuFailureFields.MeanTimeBetweenFailures), section.Get(GpuFailureFields.MeanTimeToRepair));
                if (!bySite.TryAdd(site, new GpuFailureProcess(site, failS, repairS)))
                    problems.Add(name, $"the site '{sites.Names[site]}' already has a failure process");
            }
        }

        return [.. bySite.Values];
    }

    private void Add(Section section)
    {
        var atS = section.Get(EventFields.At);
        if (atS > _horizonS)
            problems.Add(section.At(EventFields.At), $"must be in [0 s, {_horizonS} s], the horizon, not {atS} s");
        var (field, kind, hasCount, end) = Array.Find(OfSites, e => section.Has(e.Field));
        if (field is not null)
            AddForSites(section, field, kind, hasCount, end);
        else if (section.Has(EventFields.CancelJob))
            AddWithoutSite(section, new ScenarioEvent(atS, ScenarioEventKind.CancelJob, Count: section.Get(EventFields.CancelJob)), null);
        else
            AddLoad(section, atS);
    }

    private void AddForSites(Section section, Field<YamlScalar> field, ScenarioEventKind kind, bool hasCount, ScenarioEventKind? end)
    {
        RequireCount(section, hasCount, field.Name);
        RequireEnd(section, end, field.Name);
        var count = section.Has(EventFields.Count) ? section.Get(EventFields.Count) : 0;
        foreach (var site in sites.Resolve(section.Get(field), problems))
        {
            if (count > specs[site].GpuCount)
                problems.Add(section.At(EventFields.Count), $"must be in [1, {specs[site].GpuCount}], the GPUs of the site, not {count}");
            AddWithEnd(section, new ScenarioEvent(section.Get(EventFields.At), kind, site, count), end);
        }
    }

    private void AddLoad(Section section, double atS)
    {
        var change = new ScenarioEvent(atS, ScenarioEventKind.SetLoad, Factor: section.Get(EventFields.SetLoad));
        AddWithoutSite(section, change, ScenarioEventKind.SetLoad);
    }

    private void AddWithoutSite(Section section, ScenarioEvent happening, ScenarioEventKind? end)
    {
        var name = happening.Kind == ScenarioEventKind.SetLoad ? EventFields.SetLoad.Name : EventFields.CancelJob.Name;
        RequireCount(section, false, name);
        RequireEnd(section, end, name);
        AddWithEnd(section, happening, end);
    }

    private void AddWithEnd(Section section, ScenarioEvent happening, ScenarioEventKind? end)
    {
        _events.Add(happening);
        if (end is null || !section.Has(EventFields.For))
            return;
        var endS = happening.AtS + section.Get(EventFields.For);
        if (endS <= _horizonS)
            _events.Add(happening with { AtS = endS, Kind = end.Value, Factor = end == ScenarioEventKind.SetLoad ? _load : 1 });
    }

    private void RequireCount(Section section, bool isNeeded, string action)
    {
        if (isNeeded && !section.Has(EventFields.Count))
            problems.AddMissing(section.Node, EventFields.Count.Name, $"is missing; {action} needs a whole number in [1, GPUs of the site]");
        if (!isNeeded && section.Has(EventFields.Count))
            problems.Add(section.At(EventFields.Count), $"{action} has no count");
    }

    private void RequireEnd(Section section, ScenarioEventKind? end, string action)
    {
        if (end is null && section.Has(EventFields.For))
            problems.Add(section.At(EventFields.For), $"{action} happens once and has no duration");
    }
}
