using System.Net;

namespace ControlPlane.Host.Tests.Http;

/// <summary>Reads server-sent events as they come.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private EventReader(HttpResponseMessage response, StreamReader reader) => (_response, _reader) = (response, reader);

    public static async Task<EventReader> Open(HttpClient client, string path, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next lines up to an empty one; null at the end of the stream.</summary>
    public async Task<string?> Block()
    {
        var lines = new List<string>();
        while (await _reader.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.Length == 0)
                return string.Join('\n', lines);
            lines.Add(line);
        }

        return null;
    }

    /// <summary>The ids of the next events.</summary>
    public async Task<string[]> Ids(int count)
    {
        var ids = new List<string>();
        while (ids.Count < count)
        {
            var block = await Block() ?? throw new EndOfStreamException();
            if (block.StartsWith("id: ", StringComparison.Ordinal))
                ids.Add(block.Split('\n')[0][4..]);
        }

        return [.. ids];
    }

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
