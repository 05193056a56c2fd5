namespace ControlPlane.Simulation.Reports;

/// <summary>Figures of a publication beside the same figures computed here.</summary>
/// <param name="Source">The publication, as prose names it.</param>
/// <param name="Figures">The figures; tables, algorithms and metrics appear in the order in which they are first named.</param>
public sealed record PublishedComparison(string Source, IReadOnlyList<PublishedFigure> Figures)
{
    /// <summary>Whether every figure of the publication's own algorithms comes out as printed.</summary>
    public bool IsReproduced => Figures.Where(f => f.IsSameAlgorithm).All(f => f.Match == PublishedMatch.AsPrinted);
}
