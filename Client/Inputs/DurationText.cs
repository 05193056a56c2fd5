namespace ControlPlane.Client.Inputs;

/// <summary>Reads lengths of time: a number of days, or with a unit <c>90m</c>, <c>36h</c>, <c>2d</c>, <c>600s</c>.</summary>
internal static class DurationText
{
    private const double SecondsPerDay = 86_400;

    /// <summary>Reads a length of time.</summary>
    /// <param name="text">As written.</param>
    /// <param name="seconds">Seconds.</param>
    public static bool TryRead(string text, out double seconds)
    {
        seconds = 0;
        if (text.Length == 0)
            return false;
        var unitS = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => SecondsPerDay };
        var number = char.IsAsciiLetter(text[^1]) ? text[^1] is 's' or 'm' or 'h' or 'd' ? text[..^1] : "" : text;
        if (!Quantity.TryNumber(number, out var value))
            return false;
        seconds = value * unitS;
        return true;
    }
}
