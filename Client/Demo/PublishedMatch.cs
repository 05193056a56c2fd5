using ControlPlane.Client.Output;

namespace ControlPlane.Client.Demo;

/// <summary>Holds figures against published ones.</summary>
internal static class PublishedMatch
{
    /// <summary>Relative difference up to which a different algorithm counts as the same result.</summary>
    public const double Near = 0.005;

    /// <summary>The mark of a figure: <c>=</c> the same as printed, <c>~</c> within half a percent, <c>x</c> different.</summary>
    /// <param name="here">The figure here.</param>
    /// <param name="published">The figure published.</param>
    /// <param name="decimals">Digits printed in the paper.</param>
    public static Cell Mark(double here, double published, int decimals)
    {
        if (Show.Number(here, decimals) == Show.Number(published, decimals))
            return Cell.Of("=", CellMark.Good);
        return Math.Abs(here - published) <= Near * Math.Abs(published) ? Cell.Of("~", CellMark.None) : Cell.Of("x", CellMark.Bad);
    }
}
