namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// How the series of one slot looks: colour, dash and marker. Slots repeat their colour after <see cref="Count"/>, with another dash.
/// The twelve colours keep at least 3:1 contrast to their background and stay apart (OKLab distance of 0.07 or more) for
/// protanopic, deuteranopic and tritanopic readers, simulated after Machado, Oliveira and Fernandes (2009); tests hold both.
/// </summary>
public static class SeriesStyle
{
    /// <summary>Number of different colours and markers.</summary>
    public const int Count = 12;

    /// <summary>The colours on a light background, as #rrggbb.</summary>
    public static IReadOnlyList<string> LightColors { get; } =
    [
        "#444fda", "#b2600f", "#2c9085", "#952899", "#1296f3", "#550500",
        "#5e4c00", "#1f005a", "#f451bb", "#2f3555", "#025d56", "#b49038",
    ];

    /// <summary>The colours on a dark background, as #rrggbb: the same hues, lighter.</summary>
    public static IReadOnlyList<string> DarkColors { get; } =
    [
        "#3f91ff", "#fe9808", "#95fff8", "#d352c6", "#0e838e", "#f33d12",
        "#f1fa3d", "#beb3ff", "#f9aeb9", "#9e9c9a", "#6d9156", "#fcd59a",
    ];

    private static readonly string[] Dashes =
        ["", "7 3", "", "2 2.5", "", "8 3 2 3", "7 3", "", "2 2.5", "", "8 3 2 3", "5 2"];

    /// <summary>The CSS class that sets the colour of a slot (0 or more).</summary>
    public static string ColorClass(int slot) => "s" + Wrap(slot).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The stroke-dasharray of a slot; empty for a solid line.</summary>
    public static string Dash(int slot) => Dashes[(Wrap(slot) + (slot / Count)) % Dashes.Length];

    /// <summary>The marker of a slot.</summary>
    public static MarkerShape Marker(int slot) => (MarkerShape)Wrap(slot);

    private static int Wrap(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        return slot % Count;
    }
}
