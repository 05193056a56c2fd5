namespace ControlPlane.Benchmarks.Learning.SideBySide;

/// <summary>What a contest gave.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Least">The bar on the ratio; null where there is none.</param>
/// <param name="Managed">Updates a second of each round.</param>
/// <param name="Torch">The same in PyTorch.</param>
/// <param name="TorchWay">The way that PyTorch took.</param>
internal sealed record ContestRow(string Name, double? Least, IReadOnlyList<double> Managed, IReadOnlyList<double> Torch, string TorchWay)
{
    /// <summary>The best rounds against each other: what disturbs a round makes it slower, never faster.</summary>
    public double Ratio => Managed.Max() / Torch.Max();

    public bool Met => Least is not { } least || Ratio >= least;

    public override string ToString() =>
        $"{Name,-44} {Managed.Max(),8:f1} {Torch.Max(),8:f1} {Ratio,6:f2}{(Least is { } least ? $"  (bar {least}: {(Met ? "met" : "MISSED")})" : "")}\n    PyTorch: {TorchWay}";
}
