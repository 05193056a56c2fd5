namespace ControlPlane.Planning.Joint;

/// <summary>What a plan means to a site, slot by slot.</summary>
/// <param name="TrainingGpus">GPUs busy with jobs.</param>
/// <param name="InferenceGpus">GPUs busy with inference.</param>
/// <param name="LoadMw">Power of the site with cooling and losses, MW.</param>
/// <param name="StoredMwh">Energy in the battery at the end of the slot, MWh; all 0 without one.</param>
/// <param name="EmissionsT">Emissions of grid and units, tCO2.</param>
public sealed record SiteAccount(
    IReadOnlyList<double> TrainingGpus,
    IReadOnlyList<double> InferenceGpus,
    IReadOnlyList<double> LoadMw,
    IReadOnlyList<double> StoredMwh,
    IReadOnlyList<double> EmissionsT);
