using ControlPlane.Planning.Joint;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>Finds the jobs, classes and sites that a plan's file names in its instance.</summary>
/// <param name="instance">The instance.</param>
/// <param name="complain">Makes the exception for something named and what is wrong with it.</param>
internal sealed class PlanReader(JointInstance instance, Func<string, string, Exception> complain)
{
    public JobStart?[] Starts(IReadOnlyList<PlanDocumentJob> given)
    {
        var byName = ByName(given, x => x.Job, instance.Jobs.Select(job => job.Name), "job");
        return [.. byName.Select(Start)];
    }

    public RoutePlan[] Routes(IReadOnlyList<PlanDocumentRoute> given)
    {
        double[][] gpus = [.. instance.Classes.Select(_ => new double[instance.Sites.Count * instance.Slots])];
        foreach (var route in given)
        {
            var k = Index(instance.Classes.Select(c => c.Name), route.Class, "class");
            Series(route.Class, "gpus", route.Gpus).ToArray().CopyTo(gpus[k], Index(instance.Sites.Select(s => s.Name), route.Site, "site") * instance.Slots);
        }

        return [.. gpus.Select(x => new RoutePlan(x, instance.Slots))];
    }

    public SitePlan[] Sites(IReadOnlyList<PlanDocumentSite> given)
    {
        var byName = ByName(given, x => x.Site, instance.Sites.Select(site => site.Name), "site");
        return [.. byName.Select((site, s) => Site(site, instance.Sites[s]))];
    }

    private JobStart? Start(PlanDocumentJob job)
    {
        if (job.Site is null && job.StartSlot is null)
            return null;
        if (job.Site is null || job.StartSlot is not { } slot || slot < 0 || slot >= instance.Slots)
            throw complain(job.Job, $"a job that runs has a site, and a start_slot in [0, {instance.Slots - 1}]");
        return new JobStart(Index(instance.Sites.Select(s => s.Name), job.Site, "site"), slot);
    }

    private SitePlan Site(PlanDocumentSite site, JointSite of)
    {
        if (site.Units.Count != of.Units.Count)
            throw complain(site.Site, $"{site.Units.Count} units, the instance has {of.Units.Count}");
        return new SitePlan
        {
            ImportMw = Series(site.Site, "import_mw", site.ImportMw),
            ExportMw = Series(site.Site, "export_mw", site.ExportMw),
            RenewableMw = Series(site.Site, "renewable_mw", site.RenewableMw),
            ChargeMw = Series(site.Site, "charge_mw", site.ChargeMw),
            DischargeMw = Series(site.Site, "discharge_mw", site.DischargeMw),
            UnitMw = [.. site.Units.Select(unit => Series(site.Site, "mw", unit.Mw))],
            UnitOn = [.. site.Units.Select(unit => unit.On.Count == instance.Slots ? unit.On : throw complain(site.Site, $"on: {unit.On.Count} values for {instance.Slots} slots"))],
        };
    }

    private IReadOnlyList<double> Series(string name, string field, IReadOnlyList<double> values)
    {
        var series = EverySlot.Of(values, instance.Slots);
        if (series.Count != instance.Slots)
            throw complain(name, $"{field}: {series.Count} values for {instance.Slots} slots");
        return series.All(double.IsFinite) ? series : throw complain(name, $"{field}: every value must be a number");
    }

    private T[] ByName<T>(IReadOnlyList<T> given, Func<T, string> nameOf, IEnumerable<string> wanted, string what)
    {
        string[] names = [.. wanted];
        if (given.Count != names.Length)
            throw complain("", $"{given.Count} {what}s, the instance has {names.Length}");
        var found = new T[names.Length];
        var taken = new bool[names.Length];
        foreach (var item in given)
        {
            var index = Index(names, nameOf(item), what);
            if (taken[index])
                throw complain(names[index], $"this {what} is there twice");
            (found[index], taken[index]) = (item, true);
        }

        return found;
    }

    private int Index(IEnumerable<string> names, string name, string what)
    {
        var index = names.TakeWhile(x => x != name).Count();
        return index < names.Count() ? index : throw complain(name, $"the instance has no such {what}");
    }
}
