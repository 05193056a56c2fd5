using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a reward shaper is configured with.</summary>
/// <param name="Features">Numbers of a state, 1 to 4 096.</param>
/// <param name="Actions">Actions, 1 to 4 096.</param>
/// <param name="Mode">What is made of it.</param>
/// <param name="Estimator">What labels are learned with.</param>
/// <param name="Weight">How much shaping counts, ≥ 0; at most 1 for a decomposition.</param>
/// <param name="IsConditioned">Whether the estimator sees states and actions.</param>
/// <param name="Discount">Discount of the rewards after a decision, (0, 1].</param>
/// <param name="Horizon">Decisions whose rewards a potential looks forward to, ≥ 1.</param>
/// <param name="Optimism">Standard deviations that are added to the mean.</param>
/// <param name="Latent">Numbers in which the diffusion works, 1 to 1 024.</param>
/// <param name="Steps">Steps of the diffusion, 1 to 1 000.</param>
/// <param name="Noise">How its noise grows.</param>
/// <param name="Hidden">Widths of the hidden layers, at most 8 of 1 to 4 096.</param>
/// <param name="Batch">Rows of a batch, 1 to 4 096.</param>
/// <param name="Rate">Learning rate, (0, 1].</param>
/// <param name="CopyShare">Share by which the copy that is asked follows, (0, 1].</param>
/// <param name="Capacity">Decisions that are kept, more than the horizon and any window has.</param>
/// <param name="WarmUp">Labelled decisions before rewards are shaped, ≥ 0.</param>
/// <param name="Seed">Seed of all randomness.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-setup")]
public sealed record ShaperSetup(
    [property: Id(0)] int Features,
    [property: Id(1)] int Actions,
    [property: Id(2)] ShapingCode Mode,
    [property: Id(3)] EstimatorCode Estimator,
    [property: Id(4)] double Weight,
    [property: Id(5)] bool IsConditioned,
    [property: Id(6)] double Discount,
    [property: Id(7)] int Horizon,
    [property: Id(8)] double Optimism,
    [property: Id(9)] int Latent,
    [property: Id(10)] int Steps,
    [property: Id(11)] NoiseCode Noise,
    [property: Id(12)] ImmutableArray<int> Hidden,
    [property: Id(13)] int Batch,
    [property: Id(14)] double Rate,
    [property: Id(15)] double CopyShare,
    [property: Id(16)] int Capacity,
    [property: Id(17)] int WarmUp,
    [property: Id(18)] long Seed);
