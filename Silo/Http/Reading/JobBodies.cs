using System.Text.Json;
using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Problems;

namespace ControlPlane.Silo.Http.Reading;

/// <summary>Reads submissions. Ranges that need no fleet are checked here, so that a request is refused whole before anything of it is accepted.</summary>
internal static class JobBodies
{
    private const int MostSites = 10_000;

    /// <summary>Reads one job or a list of jobs.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    /// <param name="most">The most jobs.</param>
    /// <returns>The jobs, and whether they came as a list.</returns>
    public static (IReadOnlyList<JobSubmission> Jobs, bool IsList) Read(JsonElement root, Findings findings, int most)
    {
        if (root.ValueKind != JsonValueKind.Array)
            return ([ReadJob(root, "", findings)], false);
        var count = root.GetArrayLength();
        if (count > most)
            throw new RefusedException(413, $"a request may have {most} jobs, this one has {count}");
        if (count == 0)
            findings.Add("body", "body", "[]", $"1 to {most} jobs");
        return ([.. root.EnumerateArray().Select((job, i) => ReadJob(job, $"[{i}]", findings))], true);
    }

    private static JobSubmission ReadJob(JsonElement element, string path, Findings findings)
    {
        var fields = new FieldReader(element, path, findings);
        var job = new JobSubmission
        {
            Id = fields.Text("id", TextRule.Name, isNeeded: true) ?? "",
            SizeUnits = fields.Number("sizeUnits", NumberRange.Positive, isNeeded: true) ?? 0,
            Ingress = fields.Text("ingress", TextRule.Label),
            Tenant = fields.Text("tenant", TextRule.Name),
            Priority = (int)(fields.Whole("priority", 0, 9) ?? 0),
            Deadline = fields.Instant("deadline"),
            AllowedSites = fields.Texts("allowedSites", TextRule.Label, MostSites),
            ForbiddenSites = fields.Texts("forbiddenSites", TextRule.Label, MostSites) ?? [],
            PreferredSites = fields.Texts("preferredSites", TextRule.Label, MostSites) ?? [],
        };
        fields.Finish();
        return job;
    }
}
