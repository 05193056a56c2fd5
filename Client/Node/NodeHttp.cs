using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace ControlPlane.Client.Node;

/// <summary>Makes single calls to a node and turns all that can go wrong into two exceptions: it refuses, or it gives no answer.</summary>
internal sealed class NodeHttp : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="target">The node.</param>
    public NodeHttp(NodeTarget target)
    {
        // Each call has its own limit: a long poll lasts longer than other calls. A node never sends its callers elsewhere, least of all with their keys.
        _http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), AllowAutoRedirect = false }) { BaseAddress = target.Address, Timeout = Timeout.InfiniteTimeSpan };
        if (target.Key is { } key)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Makes a call.</summary>
    /// <typeparam name="T">Its answer.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="once">The Idempotency-Key of the request; null for none.</param>
    /// <exception cref="NodeRefusedException">The node does not do it.</exception>
    /// <exception cref="NodeUnreachableException">There was no answer.</exception>
    public async Task<T> Call<T>(HttpMethod method, string path, object? body, TimeSpan limit, CancellationToken cancellation, string? once = null)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(limit);
        try
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null)
                request.Content = JsonContent.Create(body, body.GetType(), options: NodeJson.Options);
            if (once is not null)
                request.Headers.Add("Idempotency-Key", once);
            using var response = await Send(request, HttpCompletionOption.ResponseContentRead, end.Token).ConfigureAwait(false);
            return await response.Content.ReadFromJsonAsync<T>(NodeJson.Options, end.Token).ConfigureAwait(false)
                ?? throw new NodeRefusedException(502, $"{_http.BaseAddress} answered {path} with nothing");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new NodeUnreachableException($"{_http.BaseAddress} did not answer within {limit.TotalSeconds:0.#} s");
        }
        catch (JsonException e)
        {
            throw new NodeRefusedException(500, $"{_http.BaseAddress} answered {path} with what a node does not say: {OneLine(e.Message)}");
        }
    }

    /// <summary>Opens a stream.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The response, whose headers alone were read.</returns>
    /// <exception cref="NodeRefusedException">The node does not do it.</exception>
    /// <exception cref="NodeUnreachableException">There was no answer.</exception>
    public async Task<HttpResponseMessage> Open(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellation)
    {
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, completion, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            // A connection that is reset in the moment it is made comes out of HttpClient as the socket's own exception.
            throw new NodeUnreachableException($"{_http.BaseAddress} cannot be reached: {OneLine(e.Message)}");
        }

        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await Refusal(response, cancellation).ConfigureAwait(false);
    }

    private async Task<NodeRefusedException> Refusal(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        NodeProblem? problem = null;
        try
        {
            if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true)
                problem = await response.Content.ReadFromJsonAsync<NodeProblem>(NodeJson.Options, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            // The status alone has to do.
        }

        var text = problem?.Detail ?? problem?.Title ?? $"{_http.BaseAddress} answered {response.RequestMessage?.RequestUri?.AbsolutePath} with HTTP status {status}: is it a node?";
        var retryAfter = response.Headers.RetryAfter?.Delta ?? (problem?.RetryAfterS is { } waitS and >= 0 and < 86_400 ? TimeSpan.FromSeconds(waitS) : null);
        return new NodeRefusedException(status, status switch { 401 => $"{OneLine(text)} (--key)", 403 => $"{OneLine(text)} (403)", _ => OneLine(text) }, retryAfter);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
