using ControlPlane.Learning.Pricing;

namespace ControlPlane.Policies.Learned;

/// <summary>What a trained policy consists of. Immutable while it decides; several policies may share one.</summary>
/// <param name="Network">Prices of capacity.</param>
/// <param name="Levels">GPU counts that are told apart.</param>
/// <param name="UsesPlan">Whether the prices of the frontier LP are among its features.</param>
public sealed record PricedModel(PriceNetwork<float> Network, int Levels, bool UsesPlan);
