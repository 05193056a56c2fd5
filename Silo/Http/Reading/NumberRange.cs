namespace ControlPlane.Silo.Http.Reading;

/// <summary>What a number may be.</summary>
/// <param name="Least">Least value.</param>
/// <param name="Most">Greatest value.</param>
/// <param name="IsOpen">Whether the least value itself is left out.</param>
internal sealed record NumberRange(double Least, double Most, bool IsOpen = false)
{
    // Asked for with every field of every request, and the same each time.
    private string? _allowed;

    /// <summary>Finite and above zero.</summary>
    public static NumberRange Positive { get; } = new(0, double.MaxValue, IsOpen: true);

    /// <summary>The rule for people.</summary>
    public string Allowed => _allowed ??= this switch
    {
        { Most: double.MaxValue, IsOpen: true } => $"a finite number > {Least}",
        { Most: double.MaxValue } => $"a finite number >= {Least}",
        _ => $"a number {(IsOpen ? ">" : ">=")} {Least} and <= {Most}",
    };

    /// <summary>Whether a number is inside.</summary>
    /// <param name="value">The number.</param>
    public bool Contains(double value) => double.IsFinite(value) && (IsOpen ? value > Least : value >= Least) && value <= Most;
}
