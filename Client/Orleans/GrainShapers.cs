using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Shaping;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Client.Orleans;

/// <summary>The reward shapers of trainings are grains: each learner has one under a key of its own.</summary>
internal static class GrainShapers
{
    /// <summary>The storage that keeps their versions and labels, for as long as the cluster is there.</summary>
    public const string Storage = "controlplane";

    /// <summary>Makes a shaper whose every step is waited for, so that training is the same to the bit as in memory.</summary>
    /// <param name="grains">Reaches the cluster.</param>
    /// <param name="settings">What the shaper is.</param>
    public static IRewardShaper<float> Create(IGrainFactory grains, ShaperSettings settings) =>
        new GrainRewardShaper(grains.GetGrain<IRewardShaperGrain>($"training/{Guid.NewGuid():N}"), settings, new() { IsAwaited = true });
}
