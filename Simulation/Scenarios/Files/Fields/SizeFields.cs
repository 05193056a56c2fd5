using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of job sizes.</summary>
internal static class SizeFields
{
    /// <summary>The word for log-normal sizes.</summary>
    public const string LogNormal = "lognormal";

    /// <summary>The word for Pareto sizes.</summary>
    public const string Pareto = "pareto";

    /// <summary>The word for exponential sizes.</summary>
    public const string Exponential = "exponential";

    /// <summary>The word for uniform sizes.</summary>
    public const string Uniform = "uniform";

    /// <summary>The word for equal sizes.</summary>
    public const string Fixed = "fixed";

    private static readonly QuantityKind Work = new(Dimension.Work, "(0 units, 1e15 units]");

    /// <summary>Median of log-normal sizes.</summary>
    public static readonly Field<double> Median = Field.Required("median", Work, "Median.");

    /// <summary>Deviation of log-normal sizes.</summary>
    public static readonly Field<double> Sigma =
        Field.Required("sigma", new QuantityKind(Dimension.Number, "[0, 5]"), "Standard deviation of the natural logarithm.");

    /// <summary>Least log-normal size.</summary>
    public static readonly Field<double> Floor = Field.Default(
        "floor",
        Work,
        "0.1 units",
        "Least size; at most median · exp(-4 sigma), so that the mean is still median · exp(sigma²/2).");

    /// <summary>Least size.</summary>
    public static readonly Field<double> Minimum = Field.Required("minimum", Work, "Least size.");

    /// <summary>Pareto exponent.</summary>
    public static readonly Field<double> Shape =
        Field.Required("shape", new QuantityKind(Dimension.Number, "(1, 100]"), "Exponent k: P(X > x) = (minimum/x)^k.");

    /// <summary>Cut-off of Pareto sizes.</summary>
    public static readonly Field<double> CutOff = Field.Optional("maximum", Work, "no cut-off", "Where the tail is cut off; above the minimum.");

    /// <summary>Mean of exponential sizes.</summary>
    public static readonly Field<double> Mean = Field.Required("mean", Work, "Mean.");

    /// <summary>Greatest uniform size.</summary>
    public static readonly Field<double> Maximum = Field.Required("maximum", Work, "Greatest size; not below the minimum.");

    /// <summary>The one size.</summary>
    public static readonly Field<double> Size = Field.Required("size", Work, "The size of every job.");

    /// <summary>Sizes of one of the varieties.</summary>
    public static readonly VariantKind Kind = Make();

    private static VariantKind Make()
    {
        string[] all = [LogNormal, Pareto, Exponential, Uniform, Fixed];
        var word = Field.Required("distribution", new ChoiceKind<string>([.. all.Select(w => (w, w))]), "The distribution.");
        return new VariantKind(
            word.Name,
            [
                (LogNormal, new SectionSchema("Sizes: lognormal", "Sizes whose logarithm is normal.", [word, Median, Sigma, Floor])),
                (Pareto, new SectionSchema("Sizes: pareto", "Sizes with a heavy tail.", [word, Minimum, Shape, CutOff])),
                (Exponential, new SectionSchema("Sizes: exponential", "Exponential sizes.", [word, Mean])),
                (Uniform, new SectionSchema("Sizes: uniform", "Sizes uniform between two bounds.", [word, Minimum, Maximum])),
                (Fixed, new SectionSchema("Sizes: fixed", "Equal sizes.", [word, Size])),
            ]);
    }
}
