using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals.Files.Layouts;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files;

/// <summary>Finds the layout of a table by the names of its columns.</summary>
internal static class LayoutChoice
{
    /// <summary>The layout all of whose needed columns are there; of several the one that needs most.</summary>
    /// <exception cref="ScenarioException">There is none; the message lists what was found and what the nearest layout misses.</exception>
    public static TableLayout Of(SignalRows rows)
    {
        var head = rows.Head;
        var candidates = SignalLayouts.All.OfType<TableLayout>()
            .Select(l => (Layout: l, Columns: l.Columns(head)))
            .Where(c => c.Columns is not null)
            .Select(c => (c.Layout, Missing: c.Layout.Needed.Where(n => !c.Columns!.Has(n)).ToList()))
            .ToList();
        var fits = candidates.Where(c => c.Missing.Count == 0).ToList();
        if (fits.Count > 0)
            return fits.MaxBy(c => c.Layout.Needed.Count).Layout;
        var (nearest, missing) = candidates.MinBy(c => (double)c.Missing.Count / c.Layout.Needed.Count);
        var found = new Columns(head[0]);
        var hint = missing.Count < nearest.Needed.Count
            ? $"nearest is {nearest.Name} ({nearest.Title}), which also needs {string.Join(", ", missing.Select(m => m.Replace("|", " or ", StringComparison.Ordinal)))}"
            : $"known are {string.Join(", ", SignalLayouts.All.Select(l => l.Name))}";
        throw new ScenarioException(new ScenarioProblem(rows.File, 1, 0, "", $"no known layout has the columns {found}; {hint}"));
    }
}
