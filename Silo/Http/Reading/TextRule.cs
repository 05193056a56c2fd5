namespace ControlPlane.Silo.Http.Reading;

/// <summary>What a text may be.</summary>
/// <param name="Least">Least number of characters.</param>
/// <param name="Most">Greatest number of characters.</param>
/// <param name="IsName">Whether it may have letters, digits, dots, hyphens and underscores only.</param>
internal sealed record TextRule(int Least, int Most, bool IsName)
{
    // Asked for with every field of every request, and the same each time.
    private string? _allowed;

    /// <summary>A job's or a key's name.</summary>
    public static TextRule Name { get; } = new(1, 64, IsName: true);

    /// <summary>The name of something in the fleet, which the host looks up.</summary>
    public static TextRule Label { get; } = new(1, 128, IsName: false);

    /// <summary>A remark for people.</summary>
    public static TextRule Remark { get; } = new(0, 1_000, IsName: false);

    /// <summary>The rule for people.</summary>
    public string Allowed => _allowed ??= IsName
        ? $"{Least} to {Most} letters, digits, dots, hyphens and underscores"
        : $"a text of {Least} to {Most} characters without control characters";

    /// <summary>Whether a text obeys.</summary>
    /// <param name="text">The text.</param>
    public bool Allows(string text) => text.Length >= Least && text.Length <= Most && AreAllowed(text);

    private bool AreAllowed(string text)
    {
        foreach (var c in text)
        {
            if (!Allows(c))
                return false;
        }

        return true;
    }

    private bool Allows(char c) => IsName ? char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' : !char.IsControl(c);
}
