namespace ControlPlane.Simulation.Reports.Html;

/// <summary>One column of a <see cref="ReportTable"/>.</summary>
/// <param name="Header">What the column holds.</param>
/// <param name="Unit">The unit of its values, printed below the header; empty for none.</param>
/// <param name="IsNumeric">True to align right.</param>
/// <param name="Best">Which value is emphasised.</param>
public sealed record TableColumn(string Header, string Unit = "", bool IsNumeric = true, BestValue Best = BestValue.None)
{
    /// <summary>A column of text.</summary>
    public static TableColumn OfText(string header) => new(header, "", IsNumeric: false);
}
