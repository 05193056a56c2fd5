namespace ControlPlane.Benchmarks.Learning.SideBySide;

/// <summary>One update on both sides.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Order">Its name in PyTorch's process.</param>
/// <param name="Least">The bar on the ratio; null where there is none.</param>
/// <param name="Update">One managed update.</param>
internal sealed record Contest(string Name, string Order, double? Least, Action Update);
