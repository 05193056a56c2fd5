using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Views;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>What charts over time share.</summary>
internal static class TimeChart
{
    public static Axis TimeAxis(StudyView view) => new("time", "", AxisKind.Time) { Low = 0, High = view.Scenario.HorizonS };

    /// <summary>What the event markers leave out and which policies are drawn.</summary>
    public static string Caption(StudyView view)
    {
        var parts = new List<string>();
        if (view.Focus.Count < view.Policies.Count)
            parts.Add($"Drawn are {Words.Names(view.Focus)}; the others are folded away below or in the CSV.");
        if (view.Events.Markers.Count > 0)
            parts.Add("Vertical lines are the scenario's events, grey bands last until they end.");
        if (view.Events.Omitted > 0)
            parts.Add($"{Words.Sentence(Words.Count(view.Events.Omitted, "further event"))} with less effect {(view.Events.Omitted == 1 ? "is" : "are")} listed at the end.");
        return string.Join(" ", parts);
    }
}
