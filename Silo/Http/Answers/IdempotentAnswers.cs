using System.Security.Cryptography;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Problems;
using ControlPlane.Silo.Http.Reading;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Answers;

/// <summary>
/// Gives the same answer again to a request that is repeated with the same <c>Idempotency-Key</c> by the same API key. Answers are kept in memory, the oldest go first,
/// and a restart forgets them: what must never happen twice is held by the ids of jobs, which are durable. An answer that asks to try again later is not kept.
/// </summary>
/// <param name="limits">How many, how large, how long.</param>
/// <param name="time">The clock.</param>
internal sealed class IdempotentAnswers(ApiLimits limits, TimeProvider time)
{
    private const int LongestKey = 128;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly Queue<(string Name, Entry Entry)> _order = new();
    private long _bytes;

    /// <summary>Answers a request, by doing it or from memory.</summary>
    /// <param name="http">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="answer">Does it.</param>
    public async Task<IResult> Run(HttpContext http, RequestBody body, Func<Task<Answer>> answer)
    {
        if (KeyOf(http) is not { } key)
            return await answer();
        var name = $"{http.Caller()?.Id} {http.Request.Path} {key}";
        var hash = SHA256.HashData(body.Bytes.Span);
        while (true)
        {
            var (entry, isMine) = Enter(name, hash);
            if (isMine)
                return await Do(name, entry, answer);
            if (await entry.Answer.Task.WaitAsync(http.RequestAborted) is { } known)
                return known.Again();
            // The first attempt ended without a final answer: this one takes its place.
        }
    }

    private static string? KeyOf(HttpContext http)
    {
        var header = http.Request.Headers["Idempotency-Key"];
        if (header.Count == 0)
            return null;
        return header is [{ Length: > 0 and <= LongestKey } key] && key.All(c => c is >= '!' and <= '~')
            ? key
            : throw Findings.One("header", "Idempotency-Key", header.ToString(), $"1 to {LongestKey} printable ASCII characters without spaces");
    }

    private (Entry Entry, bool IsMine) Enter(string name, byte[] hash)
    {
        lock (_gate)
        {
            Forget();
            if (!_entries.TryGetValue(name, out var entry))
            {
                _entries[name] = entry = new Entry(hash, time.GetTimestamp());
                _order.Enqueue((name, entry));
                return (entry, true);
            }

            return hash.AsSpan().SequenceEqual(entry.Hash)
                ? (entry, false)
                : throw new RefusedException(409, "this Idempotency-Key was used with another body");
        }
    }

    private async Task<IResult> Do(string name, Entry entry, Func<Task<Answer>> answer)
    {
        Answer? kept = null;
        try
        {
            var made = await answer();
            kept = made.IsFinal ? made : null;
            return made;
        }
        finally
        {
            Leave(name, entry, kept);
        }
    }

    private void Leave(string name, Entry entry, Answer? kept)
    {
        lock (_gate)
        {
            if (_entries.GetValueOrDefault(name) == entry)
            {
                if (kept is null)
                    _entries.Remove(name);
                else
                    _bytes += entry.Bytes = kept.Bytes;
            }
        }

        entry.Answer.SetResult(kept);
    }

    private void Forget()
    {
        while (_order.TryPeek(out var oldest) && (IsTooMuch || IsGone(oldest.Name, oldest.Entry) || time.GetElapsedTime(oldest.Entry.Began) > limits.IdempotentFor))
        {
            _order.Dequeue();
            if (IsGone(oldest.Name, oldest.Entry))
                continue;
            _entries.Remove(oldest.Name);
            _bytes -= oldest.Entry.Bytes;
        }
    }

    private bool IsTooMuch => _order.Count >= limits.IdempotentAnswers || _bytes > limits.IdempotentBytes;

    private bool IsGone(string name, Entry entry) => _entries.GetValueOrDefault(name) != entry;

    private sealed class Entry(byte[] hash, long began)
    {
        public byte[] Hash => hash;

        public long Began => began;

        public int Bytes { get; set; }

        public TaskCompletionSource<Answer?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
