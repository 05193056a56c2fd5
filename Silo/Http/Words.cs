using System.Text.Json;

namespace ControlPlane.Silo.Http;

/// <summary>The words that stand for the values of an enum, as in JSON.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>().ToDictionary(Of);

    /// <summary>All words, for people.</summary>
    public static string All { get; } = string.Join(", ", ByWord.Keys);

    /// <summary>The word of a value.</summary>
    /// <param name="value">The value.</param>
    public static string Of(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="value">Its value.</param>
    public static bool TryParse(string word, out T value) => ByWord.TryGetValue(word, out value);
}
