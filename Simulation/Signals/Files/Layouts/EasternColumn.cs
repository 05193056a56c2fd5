using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>A column with the wall clock of New York.</summary>
internal static class EasternColumn
{
    /// <summary>The instant; in the hour that comes twice it is the first one after the row before.</summary>
    public static DateTimeOffset Utc(SignalRows rows, Column column, string[] formats, DateTimeOffset after) =>
        EasternTime.ToUtc(rows.Local(column, formats), after) ?? throw rows.Wrong(column, "a time that Eastern clocks show; they leave this hour out in spring");
}
