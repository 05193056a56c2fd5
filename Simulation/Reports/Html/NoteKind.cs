namespace ControlPlane.Simulation.Reports.Html;

/// <summary>What a note is for; it sets its colour and its leading word.</summary>
public enum NoteKind
{
    /// <summary>Something worth knowing.</summary>
    Info,

    /// <summary>A finding that meets its target.</summary>
    Good,

    /// <summary>A limit of the result, or something to check.</summary>
    Warning,
}
