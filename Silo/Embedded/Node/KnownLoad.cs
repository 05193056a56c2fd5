namespace ControlPlane.Silo.Embedded.Node;

/// <summary>What policies are told of the load beforehand.</summary>
/// <param name="MeanSizeUnits">Mean job size, units.</param>
/// <param name="UnitsPerS">Offered load, units/s.</param>
/// <param name="Seed">Seed of their random streams.</param>
internal sealed record KnownLoad(double MeanSizeUnits, double UnitsPerS, long Seed);
