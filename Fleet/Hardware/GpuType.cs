namespace ControlPlane.Fleet.Hardware;

/// <summary>A GPU model as its data sheet gives it.</summary>
/// <param name="Name">The model, for example <c>H100-PCIe</c>.</param>
/// <param name="IdleW">Power of an idle, awake GPU in watts.</param>
/// <param name="PeakW">Power at full load in watts.</param>
/// <param name="SleepW">Power of a power-gated (sleeping) GPU in watts; every GPU without a job sleeps.</param>
public sealed record GpuType(string Name, double IdleW, double PeakW, double SleepW);
