using ControlPlane.Learning.Shaping;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>Makes the reward shaper of a learner somewhere else than in its memory. Each learner asks once, and for one of its own.</summary>
/// <param name="settings">What the shaper is.</param>
public delegate IRewardShaper<float> RewardShaperFactory(ShaperSettings settings);
