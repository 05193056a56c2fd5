using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Policies.Fluid;

/// <summary>An operating point that the plan uses, with its share of all work.</summary>
internal readonly record struct FluidOption(int Site, Allocation Allocation, double Share);
