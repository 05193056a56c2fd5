using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Inputs;

/// <summary>Options that take one of a few words.</summary>
internal static class ChoiceInput
{
    /// <summary>What a word stands for.</summary>
    /// <typeparam name="T">What words stand for.</typeparam>
    /// <param name="option">Name of the option.</param>
    /// <param name="text">As written.</param>
    /// <param name="choices">The words.</param>
    /// <exception cref="InputException">It is none of them.</exception>
    public static T Read<T>(string option, string text, IReadOnlyList<(T Value, string Name)> choices)
    {
        foreach (var (value, name) in choices)
        {
            if (name == text)
                return value;
        }

        string[] names = [.. choices.Select(c => c.Name)];
        throw new InputException($"{option} must be {string.Join(", ", names[..^1])} or {names[^1]}, not '{text}'{Nearest.Hint(text, names)}");
    }
}
