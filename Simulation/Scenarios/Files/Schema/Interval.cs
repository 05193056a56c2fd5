namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>The allowed values of a quantity, written as tables show them: <c>(0 s, 3660 d]</c>.</summary>
internal sealed class Interval
{
    private readonly bool _isOpenBelow;
    private readonly bool _isOpenAbove;

    /// <summary>Reads an interval.</summary>
    /// <param name="text">Brackets, the bounds with their units, a comma between.</param>
    /// <param name="dimension">Dimension of the bounds.</param>
    public Interval(string text, Dimension dimension)
    {
        Text = text;
        _isOpenBelow = text[0] == '(';
        _isOpenAbove = text[^1] == ')';
        var bounds = text[1..^1].Split(',');
        if (QuantityText.TryRead(bounds[0], dimension, out var minimum) is { } low)
            throw new FormatException($"{text}: {low}");
        if (QuantityText.TryRead(bounds[1], dimension, out var maximum) is { } high)
            throw new FormatException($"{text}: {high}");
        (Minimum, Maximum) = (minimum, maximum);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Lower bound in the base unit.</summary>
    public double Minimum { get; }

    /// <summary>Upper bound in the base unit.</summary>
    public double Maximum { get; }

    /// <summary>Whether a value is allowed; NaN never is.</summary>
    /// <param name="value">The value in the base unit.</param>
    public bool Contains(double value) =>
        (_isOpenBelow ? value > Minimum : value >= Minimum) && (_isOpenAbove ? value < Maximum : value <= Maximum);

    /// <summary>The bounds as JSON Schema keywords.</summary>
    public IEnumerable<(string Keyword, double Bound)> Keywords =>
        [(_isOpenBelow ? "exclusiveMinimum" : "minimum", Minimum), (_isOpenAbove ? "exclusiveMaximum" : "maximum", Maximum)];

    /// <inheritdoc/>
    public override string ToString() => Text;
}
