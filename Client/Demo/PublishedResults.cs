namespace ControlPlane.Client.Demo;

/// <summary>Tables II and III of "Energy-Aware Distributed Data-Center GPU Scheduling via Constrained Hybrid SAC with Adaptive Frequency".</summary>
internal static class PublishedResults
{
    /// <summary>The publication as prose names it.</summary>
    public const string Source = "CHSAC-AF (Ma Viet Duc et al.)";

    /// <summary>The seed of the published runs.</summary>
    public const long Seed = 123;

    /// <summary>The first day of Table III.</summary>
    public const int FirstDay = 2;

    /// <summary>The rows, in the paper's order.</summary>
    public static IReadOnlyList<PublishedRow> Rows { get; } =
    [
        new("DP", "dp", true, 60_595, 11.80, [9_996, 15_166, 20_271, 25_672, 30_957, 36_083]),
        new("UCB1", "ucb1", true, 63_111, 11.70, [9_401, 14_224, 19_007, 24_055, 28_868, 33_572]),
        new("JointNF", "jointnf", true, 67_396, 10.34, [8_059, 12_228, 16_382, 20_712, 24_889, 28_908]),
        new("CHSAC-AF", "masked-uniform", false, 96_399, 9.77, [0, 0, 0, 0, 0, 0]),
    ];

    /// <summary>A policy without a counterpart in the paper, shown under the table: JointNF given CHSAC-AF's mask.</summary>
    public const string BesidesPolicy = "masked-n1";
}
