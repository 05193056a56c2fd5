using System.Text.Json;

namespace ControlPlane.Client.Node;

/// <summary>The words of the API for values of enums.</summary>
internal static class NodeWords
{
    /// <summary>The word of a value.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">The value.</param>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
