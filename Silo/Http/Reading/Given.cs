using System.Globalization;
using ControlPlane.Silo.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Reading;

/// <summary>Reads values of queries, paths and headers; what is wrong refuses the request.</summary>
internal static class Given
{
    /// <summary>A whole number.</summary>
    /// <param name="where">Where it stands: query, path or header.</param>
    /// <param name="name">Its name.</param>
    /// <param name="text">As given; null if it was not.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    public static long? Whole(string where, string name, string? text, long least, long most)
    {
        if (text is null)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Findings.One(where, name, text, $"a whole number from {least} to {most}");
    }

    /// <summary>A label in a query.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">As given; null if it was not.</param>
    public static string? Label(string name, string? text) =>
        text is null || TextRule.Label.Allows(text) ? text : throw Findings.One("query", name, text, TextRule.Label.Allowed);

    /// <summary>Words of an enum, separated by commas.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="text">As given; null if it was not.</param>
    public static IReadOnlyList<T> Listed<T>(string name, string? text)
        where T : struct, Enum =>
        text is null ? [] : [.. text.Split(',').Select(word => OneOf<T>(name, word)).Distinct()];

    /// <summary>The version in If-Match.</summary>
    /// <param name="http">The request.</param>
    /// <returns>Null when there is none, or any will do.</returns>
    public static long? IfMatch(HttpContext http)
    {
        var header = http.Request.Headers.IfMatch;
        if (header.Count == 0 || header is ["*"])
            return null;
        return header is [['"', .. var tag, '"']] && long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw Findings.One("header", "If-Match", header.ToString(), "one ETag of this resource, such as \"7\", or *");
    }

    private static T OneOf<T>(string name, string word)
        where T : struct, Enum =>
        Words<T>.TryParse(word, out var value) ? value : throw Findings.One("query", name, word, $"some of {Words<T>.All}, separated by commas");
}
