using System.Text.Json;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Silo.Http.Problems;

namespace ControlPlane.Silo.Http.Reading;

/// <summary>Reads generation jobs and questions for quotes.</summary>
internal static class GenerationBodies
{
    /// <summary>Reads a submission.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static GenerationSubmission ReadJobs(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var jobs = new GenerationSubmission
        {
            Id = fields.Text("id", TextRule.Name, isNeeded: true) ?? "",
            Origin = fields.Text("origin", TextRule.Label, isNeeded: true) ?? "",
            Deadline = fields.Text("deadline", TextRule.Label, isNeeded: true) ?? "",
            Category = fields.Text("category", TextRule.Label),
            Images = Images(fields),
            Count = Count(fields),
            Tenant = fields.Text("tenant", TextRule.Name),
        };
        fields.Finish();
        return jobs;
    }

    /// <summary>Reads a question.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static QuoteQuestion ReadQuestion(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var question = new QuoteQuestion(
            fields.Text("origin", TextRule.Label),
            fields.Text("deadline", TextRule.Label, isNeeded: true) ?? "",
            fields.Text("category", TextRule.Label),
            Images(fields),
            Count(fields));
        fields.Finish();
        return question;
    }

    private static int Images(FieldReader fields) => (int)(fields.Whole("images", 1, GenerationRules.MostImages) ?? 1);

    private static int Count(FieldReader fields) => (int)(fields.Whole("count", 1, GenerationRules.MostJobs) ?? 1);
}
