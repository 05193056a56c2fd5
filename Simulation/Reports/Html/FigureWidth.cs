namespace ControlPlane.Simulation.Reports.Html;

/// <summary>How much of the text width a figure takes on a desktop page. On a phone every figure takes all of it.</summary>
public enum FigureWidth
{
    /// <summary>The full text width.</summary>
    Full,

    /// <summary>Half of it: two such figures in sequence stand side by side.</summary>
    Half,
}
