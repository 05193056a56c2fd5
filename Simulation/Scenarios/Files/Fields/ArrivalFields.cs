using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of arrival processes.</summary>
internal static class ArrivalFields
{
    /// <summary>The word for a homogeneous process.</summary>
    public const string Poisson = "poisson";

    /// <summary>The word for a process whose rate swings.</summary>
    public const string Sinusoid = "sinusoid";

    /// <summary>The word for no process.</summary>
    public const string None = "none";

    /// <summary>Rate.</summary>
    public static readonly Field<double> Rate =
        Field.Required("rate", new QuantityKind(Dimension.Rate, "(0 /s, 1000000 /s]"), "Mean arrivals per time.");

    /// <summary>Amplitude.</summary>
    public static readonly Field<double> Amplitude =
        Field.Required("amplitude", new QuantityKind(Dimension.Number, "[0, 1]"), "Relative swing a of the rate.");

    /// <summary>Period.</summary>
    public static readonly Field<double> Period =
        Field.Default("period", new QuantityKind(Dimension.Duration, "[1 s, 3660 d]"), "1 d", "Period T of the swing.");

    /// <summary>Phase.</summary>
    public static readonly Field<double> Phase = Field.Default(
        "phase",
        new QuantityKind(Dimension.Duration, "[-3660 d, 3660 d]"),
        "0 s",
        "Time φ at which the rate rises through its mean.");

    /// <summary>A process of one of the varieties.</summary>
    public static readonly VariantKind Kind = Make();

    private static VariantKind Make()
    {
        var words = new ChoiceKind<string>([(Poisson, Poisson), (Sinusoid, Sinusoid), (None, None)]);
        var process = Field.Required("process", words, "The process.");
        return new VariantKind(
            process.Name,
            [
                (Poisson, new SectionSchema("Arrivals: poisson", "A Poisson process of constant rate.", [process, Rate])),
                (Sinusoid, new SectionSchema(
                    "Arrivals: sinusoid",
                    "A Poisson process with the rate λ(t) = rate · (1 + a sin(2π (t - φ)/T)), for days and nights.",
                    [process, Rate, Amplitude, Period, Phase])),
                (None, new SectionSchema("Arrivals: none", "No process: only the jobs of traces, in spite of `ingress-defaults`.", [process])),
            ]);
    }
}
