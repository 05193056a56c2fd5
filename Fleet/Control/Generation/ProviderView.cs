namespace ControlPlane.Fleet.Control.Generation;

/// <summary>A service provider as a host shows it: what others may know of it and its account. Its curves, times and energies are its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Model">Name of its model.</param>
/// <param name="LoadShare">GPU time of the work assigned in the open slot over that of the slot.</param>
/// <param name="BacklogShare">Work left from earlier slots over the GPU time of a slot.</param>
/// <param name="IsDraining">Whether it takes no work.</param>
/// <param name="Jobs">Its jobs since the beginning.</param>
/// <param name="Today">Its money of today in UTC.</param>
/// <param name="Total">Its money since the beginning.</param>
/// <param name="Slots">Slots that are over.</param>
/// <param name="UnknownSlots">Those of them for which prices and weather were not known: their energy is in no account.</param>
/// <param name="Version">Grows whenever an operator lets it drain or take work again.</param>
public sealed record ProviderView(
    string Name,
    string Model,
    double LoadShare,
    double BacklogShare,
    bool IsDraining,
    ProviderJobs Jobs,
    ProviderMoney Today,
    ProviderMoney Total,
    long Slots,
    long UnknownSlots,
    long Version);
