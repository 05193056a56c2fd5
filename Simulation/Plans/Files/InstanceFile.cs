using System.Text.Json;
using ControlPlane.Planning.Joint;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>
/// Instances of the joint plan as JSON (docs/PLANNING.md). Fields are those of <see cref="JointInstance"/> and its parts, in lower case with underscores and their units; sites are
/// meant by their index. A series is a list with a value for each slot, or one number for all of them. Limits that do not exist are left out.
/// </summary>
public static class InstanceFile
{
    /// <summary>The file's first field, with its version.</summary>
    public const string Format = "controlplane.plan-instance/1";

    /// <summary>Most slots of a file: a week of minutes.</summary>
    public const int MostSlots = 10_080;

    /// <summary>Writes an instance.</summary>
    /// <param name="instance">The instance.</param>
    /// <returns>The file's text; reading it gives the same numbers to the bit.</returns>
    public static string Write(JointInstance instance) => JsonSerializer.Serialize(instance, JsonFormat.Options) + "\n";

    /// <summary>Reads an instance.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="ScenarioException">It cannot be used; the problem names line, field and allowed range.</exception>
    public static JointInstance Parse(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = JsonProblems.Parse<JointInstance>(text, file);
        if (Gap(read) is { } gap)
            throw new ScenarioException(new ScenarioProblem(file, 1, 0, gap, "must not be null"));
        if (TooLong(read) is { } length)
            throw new ScenarioException(new ScenarioProblem(file, 1, 0, "", length));
        var instance = Expand(read);
        if (instance.Complain() is { } complaint)
            throw new ScenarioException(new ScenarioProblem(file, Line(text, instance, complaint), 0, "", complaint));
        return instance;
    }

    // A list of objects may hold null, which no type says.
    private static string? Gap(JointInstance read) =>
        First("sites", read.Sites) ?? First("jobs", read.Jobs) ?? First("classes", read.Classes)
        ?? read.Sites.Select((site, s) => First($"sites[{s}].units", site.Units)).FirstOrDefault(gap => gap is not null);

    private static string? First<T>(string list, IReadOnlyList<T> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
                return $"{list}[{i}]";
        }

        return null;
    }

    // Bounds that keep sums of slots from overflowing, before anything is worked out.
    private static string? TooLong(JointInstance read)
    {
        if (read.Slots is < 1 or > MostSlots)
            return $"slots: {read.Slots} must lie in [1, {MostSlots}]";
        foreach (var job in read.Jobs)
        {
            if (job.LengthSlots is < 1 or > MostSlots || job.ReleaseSlot is < 0 or > MostSlots || job.DeadlineSlot is < 0 or > MostSlots)
                return $"job {job.Name}: its length must lie in [1, {MostSlots}] slots, its release and deadline in [0, {MostSlots}]";
        }

        return null;
    }

    private static JointInstance Expand(JointInstance read)
    {
        IReadOnlyList<double> Slots(IReadOnlyList<double> series) => EverySlot.Of(series, read.Slots);
        return read with
        {
            PowerShares = EverySlot.Of(read.PowerShares, 1),
            Sites = [.. read.Sites.Select(site => site with
            {
                Gpus = Slots(site.Gpus),
                Pue = Slots(site.Pue),
                ImportUsdPerMwh = Slots(site.ImportUsdPerMwh),
                ExportUsdPerMwh = Slots(site.ExportUsdPerMwh),
                GridTPerMwh = Slots(site.GridTPerMwh),
                RenewableMw = Slots(site.RenewableMw),
            })],
            Classes = [.. read.Classes.Select(k => k with { DemandGpus = Slots(k.DemandGpus), LatencyMs = EverySlot.Of(k.LatencyMs, read.Sites.Count) })],
        };
    }

    private static int Line(string text, JointInstance instance, string complaint)
    {
        var named = instance.Sites.Select(site => ("site", site.Name)).Concat(instance.Jobs.Select(job => ("job", job.Name))).Concat(instance.Classes.Select(k => ("class", k.Name)));
        var culprit = named.FirstOrDefault(x => complaint.StartsWith($"{x.Item1} {x.Name}: ", StringComparison.Ordinal)).Name;
        return culprit is null ? 1 : JsonProblems.LineOf(text, culprit);
    }
}
