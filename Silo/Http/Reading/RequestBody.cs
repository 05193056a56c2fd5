using System.Text.Json;
using System.Text.Unicode;
using ControlPlane.Silo.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Reading;

/// <summary>A request's body: read whole and within its limit, then as JSON.</summary>
/// <param name="Bytes">The body.</param>
internal sealed record RequestBody(ReadOnlyMemory<byte> Bytes)
{
    private const int FirstBytes = 64 << 10;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Reads it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="mostBytes">The most it may have.</param>
    public static async Task<RequestBody> Read(HttpContext http, int mostBytes)
    {
        if (http.Request.ContentLength > mostBytes)
            throw TooLarge(mostBytes);
        // What a request announces costs it nothing: memory is taken as bytes arrive.
        using var read = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 0, FirstBytes));
        var buffer = new byte[Math.Min(mostBytes + 1, 16 << 10)];
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is > 0 and var count)
        {
            if (read.Length + count > mostBytes)
                throw TooLarge(mostBytes);
            read.Write(buffer, 0, count);
        }

        return new RequestBody(read.GetBuffer().AsMemory(0, (int)read.Length));
    }

    /// <summary>Reads what it says and refuses the request with everything that is wrong with it.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="read">Reads the root, adding what is wrong.</param>
    public T Parse<T>(Func<JsonElement, Findings, T> read)
    {
        using var document = Document();
        var findings = new Findings();
        var value = read(document.RootElement, findings);
        findings.Check();
        return value;
    }

    private JsonDocument Document()
    {
        if (!Utf8.IsValid(Bytes.Span))
            throw Findings.One("body", "body", "bytes that are not UTF-8", "JSON in UTF-8");
        try
        {
            return JsonDocument.Parse(Bytes, Strict);
        }
        catch (JsonException e)
        {
            // The parser's message is about the text alone: what it found, line and column.
            throw Findings.One("body", "body", $"not JSON: {e.Message}", "one JSON value, at most 16 deep, without comments or repeated fields");
        }
        catch (InvalidOperationException)
        {
            throw Findings.One("body", "body", "a field name that is no Unicode text", "field names in Unicode");
        }
    }

    private static RefusedException TooLarge(int mostBytes) => new(StatusCodes.Status413PayloadTooLarge, $"the body may have {mostBytes} bytes");
}
