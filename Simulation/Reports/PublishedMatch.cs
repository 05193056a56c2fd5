namespace ControlPlane.Simulation.Reports;

/// <summary>How a figure computed here agrees with the published one.</summary>
public enum PublishedMatch
{
    /// <summary>The same in every printed digit.</summary>
    AsPrinted,

    /// <summary>Not the same, but within half a percent.</summary>
    Near,

    /// <summary>Further apart, or missing here.</summary>
    Different,
}
