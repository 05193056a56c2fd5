using ControlPlane.Silo.Http.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ControlPlane.Silo.Http.Answers;

/// <summary>An answer, ready to be sent and to be sent again.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="body">The body.</param>
/// <param name="contentType">What it is.</param>
internal sealed class Answer(int status, byte[] body, string contentType) : IResult
{
    private readonly List<KeyValuePair<string, string>> _headers = [];

    /// <summary>A problem.</summary>
    /// <param name="problem">The problem.</param>
    public Answer(ApiProblem problem)
        : this(problem.Status, ApiJson.Write(problem), "application/problem+json")
    {
        if (problem.RetryAfterS is { } seconds)
            RetryAfter(seconds);
    }

    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>Bytes that keeping it costs, about.</summary>
    public int Bytes => body.Length + 256;

    /// <summary>Whether it is the last word: trying again later would not give another.</summary>
    public bool IsFinal => status < 500 && !_headers.Exists(h => h.Key == "Retry-After");

    /// <summary>A value as JSON.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="status">The HTTP status.</param>
    public static Answer Json<T>(T value, int status = StatusCodes.Status200OK) => new(status, ApiJson.Write(value), "application/json");

    /// <summary>Nothing of that name.</summary>
    /// <param name="what">What was looked for.</param>
    public static Answer NotFound(string what) => new(ApiProblem.Of(404, $"there is no {what}"));

    /// <summary>The same answer, marked as one that was given before.</summary>
    public Answer Again()
    {
        var again = new Answer(status, body, contentType);
        again._headers.AddRange(_headers);
        return again.With("Idempotent-Replayed", "true");
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, which may not break the line.</param>
    public Answer With(string name, string value)
    {
        _headers.Add(new(name, value));
        return this;
    }

    /// <summary>Adds the version as an ETag.</summary>
    /// <param name="version">The version.</param>
    public Answer Version(long version) => With("ETag", $"\"{version}\"");

    /// <summary>Says when to try again.</summary>
    /// <param name="seconds">Seconds; rounded up, since the header has whole ones.</param>
    public Answer RetryAfter(double seconds) => With("Retry-After", WholeSeconds(seconds).ToString());

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        foreach (var (name, value) in _headers)
            response.Headers[name] = new StringValues(value);
        if (status == StatusCodes.Status304NotModified)
            return;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private static long WholeSeconds(double seconds) => double.IsFinite(seconds) ? (long)Math.Ceiling(Math.Clamp(seconds, 1, 86_400)) : 86_400;
}
