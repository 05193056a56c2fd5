namespace ControlPlane.Fleet.Generation;

/// <summary>What a provider lets others know of itself.</summary>
/// <param name="LoadShare">GPU time of the work assigned in the open slot over that of the slot, both at clock 1.</param>
/// <param name="BacklogShare">Work left from earlier slots over the GPU time of a slot.</param>
/// <param name="IsDraining">Whether it takes no work.</param>
public readonly record struct ProviderStatus(double LoadShare, double BacklogShare, bool IsDraining);
