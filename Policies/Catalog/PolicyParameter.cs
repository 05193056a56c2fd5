namespace ControlPlane.Policies.Catalog;

/// <summary>A setting of a policy: a number in a range, one of a few words, or a file.</summary>
/// <param name="Name">Its name in scenario files and on the command line.</param>
/// <param name="Default">Its value when nobody sets it, as text.</param>
/// <param name="Summary">What it does, one line.</param>
/// <param name="Minimum">Least number allowed.</param>
/// <param name="Maximum">Greatest number allowed.</param>
/// <param name="IsInteger">Whether only whole numbers are allowed.</param>
/// <param name="Unit">Unit of the number; empty if it has none.</param>
/// <param name="Words">Words allowed instead of a number; empty if it is always a number.</param>
/// <param name="IsFile">Whether it names a file, which whoever reads the setting reads too: policies get bytes, not names.</param>
public sealed record PolicyParameter(
    string Name,
    string Default,
    string Summary,
    double Minimum = double.NegativeInfinity,
    double Maximum = double.PositiveInfinity,
    bool IsInteger = false,
    string Unit = "",
    IReadOnlyList<string>? Words = null,
    bool IsFile = false)
{
    private const int MostFileCharacters = 1000;

    /// <summary>Checks a value.</summary>
    /// <param name="text">The value as written.</param>
    /// <returns>Null if it is allowed, else what is.</returns>
    public string? Complain(string text)
    {
        if (Words?.Contains(text) == true)
            return null;
        if (IsFile)
            return text.Length is > 0 and <= MostFileCharacters ? null : $"must be {Allowed}, not '{text}'";
        var isNumber = double.TryParse(text, System.Globalization.NumberStyles.Float, null, out var value) && double.IsFinite(value);
        if (isNumber && value >= Minimum && value <= Maximum && (!IsInteger || value == Math.Floor(value)))
            return null;
        return $"must be {Allowed}, not '{text}'";
    }

    /// <summary>The allowed values in words, for example <c>a whole number in [1, 64]</c>.</summary>
    public string Allowed
    {
        get
        {
            if (IsFile)
                return $"the path of a file or '{Default}'";
            var words = Words is { Count: > 0 } ? string.Join(" or ", Words.Select(w => $"'{w}'")) : null;
            if (Minimum > Maximum)
                return words ?? "nothing";
            var number = $"{(IsInteger ? "a whole number" : "a number")} in [{Minimum}, {Maximum}]{(Unit.Length > 0 ? " " + Unit : "")}";
            return words is null ? number : $"{words} or {number}";
        }
    }
}
