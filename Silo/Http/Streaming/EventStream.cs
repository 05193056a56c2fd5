using System.Text;
using ControlPlane.Fleet.Control;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Streaming;

/// <summary>
/// Events as server-sent events: <c>id</c> is the event's number, <c>event</c> its kind, <c>data</c> the event as JSON. A comment now and then shows that the stream
/// lives. A reader that is slow is slowed down by its connection alone; the host then tells it how many events it missed.
/// </summary>
internal sealed class EventStream : IResult
{
    private readonly IAsyncEnumerable<ControlEvent> _events;
    private readonly TimeProvider _time;
    private readonly TimeSpan _heartbeat;
    private readonly Func<bool> _mayGoOn;
    private readonly IDisposable _slot;
    private readonly CancellationTokenSource _end;

    /// <summary>Prepares a stream, which owns its slot and its end from then on.</summary>
    /// <param name="events">The events.</param>
    /// <param name="time">The clock.</param>
    /// <param name="heartbeat">How often it shows that it lives.</param>
    /// <param name="mayGoOn">Asked at every heartbeat: whether its key is still valid.</param>
    /// <param name="slot">Its place among the streams.</param>
    /// <param name="end">Ends it; also cancels the events.</param>
    public EventStream(
        IAsyncEnumerable<ControlEvent> events, TimeProvider time, TimeSpan heartbeat, Func<bool> mayGoOn, IDisposable slot, CancellationTokenSource end) =>
        (_events, _time, _heartbeat, _mayGoOn, _slot, _end) = (events, time, heartbeat, mayGoOn, slot, end);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using (_end)
        using (_slot)
        {
            httpContext.Response.ContentType = "text/event-stream";
            await Write(httpContext, "retry: 2000\n\n");
            try
            {
                await Pump(httpContext);
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                // The reader left or the host stops: both end a stream in the ordinary way.
            }
        }
    }

    private async Task Pump(HttpContext http)
    {
        await using var events = _events.GetAsyncEnumerator(_end.Token);
        using var beats = new PeriodicTimer(_heartbeat, _time);
        var beat = beats.WaitForNextTickAsync(_end.Token).AsTask();
        var next = events.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                if (await Task.WhenAny(next, beat) == next)
                {
                    if (!await next)
                        return;
                    await Write(http, Text(events.Current));
                    next = events.MoveNextAsync().AsTask();
                }

                if (!beat.IsCompleted)
                    continue;
                await beat;
                if (!_mayGoOn())
                    return;
                await Write(http, ": alive\n\n");
                beat = beats.WaitForNextTickAsync(_end.Token).AsTask();
            }
        }
        finally
        {
            // An enumerator may not be disposed of while it moves.
            await _end.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ((Task)beat).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // JSON has no line breaks, and kinds are words.
    private static string Text(ControlEvent e) => $"id: {e.Number}\nevent: {e.Kind}\ndata: {Encoding.UTF8.GetString(ApiJson.Write(e))}\n\n";

    private async Task Write(HttpContext http, string text)
    {
        await http.Response.WriteAsync(text, _end.Token);
        await http.Response.Body.FlushAsync(_end.Token);
    }
}
