namespace ControlPlane.Planning.Frontier;

/// <summary>What the frontier's optimum asks of one site.</summary>
/// <param name="Name">The site.</param>
/// <param name="UnitsPerS">Work it serves, units/s.</param>
/// <param name="BusyGpus">GPUs busy on average.</param>
/// <param name="Utilisation">Busy GPUs over the GPUs available; NaN for a site without GPUs.</param>
/// <param name="CapacityPriceJPerGpuS">
/// Energy the fleet would save per further GPU-second that the site could use, J: 0 where capacity is left. The sleep power of a
/// further GPU is not part of it.
/// </param>
public readonly record struct SiteLoad(
    string Name, double UnitsPerS, double BusyGpus, double Utilisation, double CapacityPriceJPerGpuS);
