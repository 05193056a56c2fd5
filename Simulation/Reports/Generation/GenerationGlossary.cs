using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Generation;

/// <summary>What the words mean and what to trust.</summary>
internal static class GenerationGlossary
{
    public static void Write(HtmlReport report, GenerationStudyView view)
    {
        var section = report.Section("Reading this report");
        section.Note(
            NoteKind.Warning, "What is calibrated.",
            "Step times and energies are measurements of others; the quality curves that are built in, queues, deadlines and prices of images are this product's own choices (docs/MODELS.md says which). Rankings hold for them, not for every market.");
        section.Details("What the columns mean", d => d.Bullets([.. GenerationMetrics.All.Select(m => $"**{m.Title}** (`{m.Name}`{(m.Unit.Length > 0 ? ", " + m.Unit : "")}): {m.Summary}")]));
        section.Details("What the rules do", d => d.Bullets([.. GenerationPolicyCatalog.All.Where(r => view.Policies.Any(p => p.Policy.Name == r.Name)).Select(r => $"**{r.Name}**: {r.Summary}")]));
    }
}
