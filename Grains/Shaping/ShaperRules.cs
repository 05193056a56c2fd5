using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Shaping;

/// <summary>What a shaper accepts as its setup.</summary>
internal static class ShaperRules
{
    private const int MostLayers = 8;
    private const int MostWide = 4_096;
    private const int BytesPerLabel = 12;

    private static readonly (string Name, Func<ShaperSetup, double> Of, double Least, double Most)[] Fields =
    [
        ("number of features", s => s.Features, 1, MostWide),
        ("number of actions", s => s.Actions, 1, MostWide),
        ("mode", s => (int)s.Mode, (int)ShapingCode.Decomposition, (int)ShapingCode.Potential),
        ("estimator", s => (int)s.Estimator, 0, (int)EstimatorCode.Network),
        ("noise", s => (int)s.Noise, 0, (int)NoiseCode.Cosine),
        ("condition", s => s.IsConditioned ? 1 : 0, 0, 1),
        ("weight", s => s.Weight, 0, 1_000),
        ("discount", s => s.Discount, double.Epsilon, 1),
        ("horizon", s => s.Horizon, 1, 1_000_000),
        ("optimism", s => s.Optimism, -100, 100),
        ("number of latent dimensions", s => s.Latent, 1, 1_024),
        ("number of diffusion steps", s => s.Steps, 1, 1_000),
        ("number of rows of a batch", s => s.Batch, 1, MostWide),
        ("learning rate", s => s.Rate, double.Epsilon, 1),
        ("share of the copy", s => s.CopyShare, double.Epsilon, 1),
        ("capacity", s => s.Capacity, 1, 10_000_000),
        ("warm-up", s => s.WarmUp, 0, int.MaxValue),
        ("seed", s => s.Seed, long.MinValue, long.MaxValue),
    ];

    /// <summary>Refuses a setup that cannot work.</summary>
    /// <param name="setup">The setup.</param>
    /// <param name="options">How long a shaper may be.</param>
    /// <exception cref="ArgumentException">It is wrong; the message says how.</exception>
    public static void Require(ShaperSetup setup, RewardShaperOptions options)
    {
        foreach (var (name, of, least, most) in Fields)
        {
            if (!(of(setup) >= least && of(setup) <= most))
                throw new ArgumentException($"The {name} of a shaper must be {(least == double.Epsilon ? "above 0" : $"{least} or more")} and {most} or less, not {of(setup)}.", nameof(setup));
        }

        if (setup.Mode == ShapingCode.Decomposition && setup.Weight > 1)
            throw new ArgumentException($"The weight of a decomposition must be 1 or less, not {setup.Weight}.", nameof(setup));
        if (setup.Hidden.IsDefault || setup.Hidden.Length > MostLayers || setup.Hidden.Any(w => w is < 1 or > MostWide))
            throw new ArgumentException($"The hidden layers of a shaper are at most {MostLayers}, of 1 to {MostWide}.", nameof(setup));
        if (setup.Mode == ShapingCode.Potential && setup.Capacity <= setup.Horizon)
            throw new ArgumentException($"The capacity must be above the horizon, {setup.Horizon}, not {setup.Capacity}.", nameof(setup));
        var bytes = setup.Capacity * ((long)setup.Features * sizeof(float) + BytesPerLabel);
        if (bytes > options.MostBytes / 2)
            throw new ArgumentException($"{setup.Capacity} decisions of {setup.Features} features have {bytes} bytes; labels may have {options.MostBytes / 2}.", nameof(setup));
    }

    /// <summary>What differs between two setups, in words; null when they are equal.</summary>
    /// <param name="one">A setup.</param>
    /// <param name="other">Another one.</param>
    public static string? Difference(ShaperSetup one, ShaperSetup other)
    {
        if (!one.Hidden.SequenceEqual(other.Hidden))
            return "widths of the hidden layers";
        // Seeds are compared as they are: beyond 2^53 doubles do not tell them apart.
        return one with { Hidden = other.Hidden } == other ? null : Fields.FirstOrDefault(f => f.Of(one) != f.Of(other)).Name ?? "seed";
    }
}
