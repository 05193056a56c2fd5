using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Learning.Diffusion;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Grains.Shaping;

/// <summary>Settings of shapers on the wire. Here and not beside the other mappings, because those know Fleet only.</summary>
internal static class ShaperMapping
{
    /// <summary>A setup.</summary>
    /// <param name="settings">The settings.</param>
    public static ShaperSetup ToWire(this ShaperSettings settings) => new(
        settings.Features,
        settings.Actions,
        (ShapingCode)settings.Mode,
        (EstimatorCode)settings.Estimator,
        settings.Weight,
        settings.IsConditioned,
        settings.Discount,
        settings.Horizon,
        settings.Optimism,
        settings.Latent,
        settings.Steps,
        (NoiseCode)settings.Schedule,
        [.. settings.Hidden],
        settings.Batch,
        settings.Rate,
        settings.CopyShare,
        settings.Capacity,
        settings.WarmUp,
        settings.Seed);

    /// <summary>The settings of a setup.</summary>
    /// <param name="setup">The setup.</param>
    public static ShaperSettings ToSettings(this ShaperSetup setup) => new(setup.Features, setup.Actions)
    {
        Mode = (ShapingMode)setup.Mode,
        Estimator = (EstimatorKind)setup.Estimator,
        Weight = setup.Weight,
        IsConditioned = setup.IsConditioned,
        Discount = setup.Discount,
        Horizon = setup.Horizon,
        Optimism = setup.Optimism,
        Latent = setup.Latent,
        Steps = setup.Steps,
        Schedule = (ScheduleKind)setup.Noise,
        Hidden = [.. setup.Hidden],
        Batch = setup.Batch,
        Rate = setup.Rate,
        CopyShare = setup.CopyShare,
        Capacity = setup.Capacity,
        WarmUp = setup.WarmUp,
        Seed = setup.Seed,
    };
}
