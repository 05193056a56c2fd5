using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Prompts for images with their categories.</summary>
internal sealed class PartiPrompts() : TableLayout(
    "parti-prompts",
    "PartiPrompts: prompts with category and challenge",
    "Prompt⇥Category⇥Challenge⇥Note",
    "Separated by tabs, quotes are ordinary characters. There are no times: the categories and challenges are counted.")
{
    public override IReadOnlyList<string> Needed { get; } = ["Prompt", "Category", "Challenge"];

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        TallyCount[] tallies = [new(columns.Get("Category"), "category"), new(columns.Get("Challenge"), "challenge")];
        var count = 0;
        for (; rows.Next(); count++)
        {
            rows.MustHave(columns.Header.Count);
            foreach (var tally in tallies)
                tally.Add(rows);
        }

        return context.Result("", count, [], [.. tallies.Select(t => t.Tally)]);
    }
}
