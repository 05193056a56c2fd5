using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a model that generates images.</summary>
internal static class GenerationModelFields
{
    private static readonly QuantityKind Time = new(Dimension.Duration, "[0 s, 1 h]");
    private static readonly QuantityKind Energy = new(Dimension.ImageEnergy, "[0 J, 1000 kJ]");

    /// <summary>A.</summary>
    public static readonly Field<double> Amplitude = Field.Required("amplitude", new QuantityKind(Dimension.Number, "(0, 1000]"), "A, the quality that many steps come to.");

    /// <summary>κ.</summary>
    public static readonly Field<double> Steepness = Field.Required("steepness", new QuantityKind(Dimension.Number, "(0, 100]"), "κ, per step.");

    /// <summary>c⁰.</summary>
    public static readonly Field<double> Midpoint = Field.Required("midpoint", new QuantityKind(Dimension.Number, "[-1000, 1000]"), "c⁰, steps at half of A.");

    /// <summary>g⁰.</summary>
    public static readonly Field<double> Floor = Field.Default("floor", new QuantityKind(Dimension.Number, "[0, 1000]"), "0", "g⁰, added to all.");

    /// <summary>The keys of a quality curve.</summary>
    public static readonly SectionSchema QualitySchema = new(
        "Quality", "Under `quality` of a model: A / (1 + e^(-κ(c - c⁰))) + g⁰ against the number c of steps.", [Amplitude, Steepness, Midpoint, Floor]);

    /// <summary>Quality.</summary>
    public static readonly Field<Section> Quality = Field.Required("quality", new SectionKind(QualitySchema), "Quality against denoising steps.");

    /// <summary>Time apart from the steps.</summary>
    public static readonly Field<double> SetupTime = Field.Required("setup-time", Time, "GPU time of an image apart from its steps, at clock 1.");

    /// <summary>Time of a step.</summary>
    public static readonly Field<double> StepTime = Field.Required("step-time", new QuantityKind(Dimension.Duration, "(0 s, 1 h]"), "GPU time of a step, at clock 1.");

    /// <summary>Energy apart from the steps.</summary>
    public static readonly Field<double> SetupEnergy = Field.Required("setup-energy", Energy, "GPU energy of an image apart from its steps, at clock 1.");

    /// <summary>Energy of a step.</summary>
    public static readonly Field<double> StepEnergy =
        Field.Required("step-energy", new QuantityKind(Dimension.ImageEnergy, "(0 J, 1000 kJ]"), "GPU energy of a step, at clock 1.");

    /// <summary>β.</summary>
    public static readonly Field<double> ComputeBound =
        Field.Default("compute-bound", new QuantityKind(Dimension.Number, "[0, 1]"), "0.9", "Share of a step's time that grows as the clock falls.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Models", "Under `models`, by name: a model on the GPU type of the providers that have it.", [Quality, SetupTime, StepTime, SetupEnergy, StepEnergy, ComputeBound]);
}
