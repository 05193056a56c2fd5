using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Output;

/// <summary>Composes the report of a study as one HTML file.</summary>
internal interface IReportWriter
{
    /// <summary>Writes the report.</summary>
    /// <param name="study">The study.</param>
    /// <param name="writer">Receives the HTML.</param>
    void Write(StudyResult study, TextWriter writer);
}
