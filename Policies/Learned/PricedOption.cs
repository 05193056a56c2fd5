using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Policies.Learned;

/// <summary>A GPU count at its best clock.</summary>
/// <param name="Allocation">GPUs and clock.</param>
/// <param name="Cost">Energy above sleep and time at its price, over the mean energy of a unit.</param>
/// <param name="Occupancy">GPU-seconds of a unit over the mean time of a unit on one GPU.</param>
internal readonly record struct PricedOption(Allocation Allocation, double Cost, double Occupancy);
