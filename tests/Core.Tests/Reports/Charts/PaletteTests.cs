using System.Globalization;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed class PaletteTests
{
    // Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB; the first is normal sight.
    private static readonly double[][] Sights =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    public static TheoryData<string> Modes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Twelve_colours_stay_apart_for_colour_blind_readers(string mode)
    {
        var colors = Colors(mode).Select(Linear).ToArray();
        Assert.Equal(SeriesStyle.Count, colors.Length);
        foreach (var sight in Sights)
        {
            var seen = colors.Select(c => OkLab(Apply(sight, c))).ToArray();
            for (var i = 0; i < seen.Length; i++)
            {
                for (var j = 0; j < i; j++)
                    Assert.True(Distance(seen[i], seen[j]) >= 0.07, $"{mode}: slots {j} and {i} are {Distance(seen[i], seen[j]):F3} apart");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_colour_has_three_to_one_contrast_to_the_page(string mode)
    {
        var paper = Luminance(Linear(mode == "light" ? ChartTheme.LightPaper : ChartTheme.DarkPaper));
        Assert.All(Colors(mode), c => Assert.True(Contrast(Luminance(Linear(c)), paper) >= 2.995, c));
    }

    [Fact]
    public void A_policy_keeps_its_slot_and_new_ones_take_the_next()
    {
        var palette = new PolicyPalette("fifo", "dp");
        Assert.Equal(1, palette["dp"]);
        Assert.Equal(2, palette["sac"]);
        Assert.Equal(0, palette["fifo"]);
        Assert.Equal(2, palette["sac"]);
    }

    [Fact]
    public void Slots_differ_in_marker_and_repeat_their_colour_with_another_dash()
    {
        Assert.Equal(12, Enumerable.Range(0, 12).Select(SeriesStyle.Marker).Distinct().Count());
        Assert.Equal(SeriesStyle.ColorClass(0), SeriesStyle.ColorClass(12));
        Assert.NotEqual(SeriesStyle.Dash(0), SeriesStyle.Dash(12));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesStyle.ColorClass(-1));
    }

    private static IReadOnlyList<string> Colors(string mode) => mode == "light" ? SeriesStyle.LightColors : SeriesStyle.DarkColors;

    private static double[] Linear(string hex) => [.. new[] { 1, 3, 5 }.Select(i =>
    {
        var c = int.Parse(hex.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    })];

    private static double[] Apply(double[] m, double[] c) =>
        [.. Enumerable.Range(0, 3).Select(r => Math.Clamp((m[3 * r] * c[0]) + (m[(3 * r) + 1] * c[1]) + (m[(3 * r) + 2] * c[2]), 0, 1))];

    // Ottosson (2020).
    private static double[] OkLab(double[] c)
    {
        var l = Math.Cbrt((0.4122214708 * c[0]) + (0.5363325363 * c[1]) + (0.0514459929 * c[2]));
        var m = Math.Cbrt((0.2119034982 * c[0]) + (0.6806995451 * c[1]) + (0.1073969566 * c[2]));
        var s = Math.Cbrt((0.0883024619 * c[0]) + (0.2817188376 * c[1]) + (0.6299787005 * c[2]));
        return
        [
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s),
        ];
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    private static double Luminance(double[] c) => (0.2126 * c[0]) + (0.7152 * c[1]) + (0.0722 * c[2]);

    private static double Contrast(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
}
