using System.Text.Json.Serialization;

namespace ControlPlane.Silo.Http.Problems;

/// <summary>Why a request was refused: problem details of RFC 9457.</summary>
/// <param name="Type">For programs: <c>urn:controlplane:problem:</c> and a word.</param>
/// <param name="Title">The same for people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request and what is allowed.</param>
public sealed record ApiProblem(string Type, string Title, int Status, string Detail)
{
    /// <summary>When it makes sense to try again, seconds; absent when it does not. The header Retry-After says the same, rounded up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? RetryAfterS { get; init; }

    /// <summary>Every value that is wrong; absent when the problem is not about values.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldError>? Errors { get; init; }

    /// <summary>The host's log says more about the request of this id; only with status 500.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestId { get; init; }

    private static readonly Dictionary<int, (string Word, string Title)> Kinds = new()
    {
        [400] = ("invalid", "The request is not valid"),
        [401] = ("unauthenticated", "The request has no valid key"),
        [403] = ("forbidden", "The key may not do this"),
        [404] = ("not-found", "There is no such thing"),
        [405] = ("method", "The method does not apply here"),
        [408] = ("too-slow", "The request took too long to arrive"),
        [409] = ("conflict", "It is not as the caller expected"),
        [412] = ("precondition", "It has another version"),
        [413] = ("too-large", "The request is too large"),
        [415] = ("media-type", "The body has another media type"),
        [429] = ("busy", "Try again later"),
        [500] = ("internal", "The host failed"),
        [501] = ("unsupported", "Hosts of this kind do not offer it"),
        [503] = ("unavailable", "The host is not available"),
    };

    /// <summary>The problem of a status.</summary>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="detail">What is wrong and what is allowed.</param>
    public static ApiProblem Of(int status, string detail)
    {
        var (word, title) = Kinds.TryGetValue(status, out var kind) ? kind : ("refused", "The request was refused");
        return new ApiProblem($"urn:controlplane:problem:{word}", title, status, detail);
    }
}
