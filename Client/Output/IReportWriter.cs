namespace ControlPlane.Client.Output;

/// <summary>Composes the report of a study as one HTML file.</summary>
internal interface IReportWriter
{
    /// <summary>Writes the report.</summary>
    /// <param name="request">What it is made from.</param>
    /// <param name="writer">Receives the HTML.</param>
    void Write(ReportRequest request, TextWriter writer);
}
