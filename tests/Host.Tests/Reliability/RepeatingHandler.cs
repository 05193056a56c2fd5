namespace ControlPlane.Host.Tests.Reliability;

/// <summary>
/// Delivers every request one to three times, each copy after a random time, so that copies pass each other and those of later requests. The caller gets the first
/// answer that comes; the others are on their way for longer.
/// </summary>
/// <param name="seed">Of the random choices.</param>
internal sealed class RepeatingHandler(int seed) : DelegatingHandler(new SocketsHttpHandler())
{
    private const int MostDelayMs = 10;

    // Longer than it takes a caller to make its next requests, so that a copy meets what was done after it.
    private const int MostDelayOfCopiesMs = 100;
    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();
    private readonly List<Task> _copies = [];

    /// <summary>Copies delivered beside the first.</summary>
    public int Repeated { get; private set; }

    /// <summary>Waits until every copy was delivered.</summary>
    public async Task Settle()
    {
        Task[] copies;
        lock (_gate)
            copies = [.. _copies];
        await Task.WhenAll(copies);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        int[] delays;
        lock (_gate)
            delays = [_random.Next(MostDelayMs), .. Enumerable.Range(0, _random.Next(3)).Select(_ => _random.Next(MostDelayOfCopiesMs))];
        var copies = delays.Select(d => Deliver(request, body, d)).ToArray();
        lock (_gate)
        {
            _copies.AddRange(copies);
            Repeated += copies.Length - 1;
        }

        return await await Task.WhenAny(copies);
    }

    private async Task<HttpResponseMessage> Deliver(HttpRequestMessage request, byte[]? body, int delayMs)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var header in request.Headers)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        if (body is not null)
        {
            copy.Content = new ByteArrayContent(body);
            copy.Content.Headers.ContentType = request.Content!.Headers.ContentType;
        }

        await Task.Delay(delayMs);
        return await base.SendAsync(copy, CancellationToken.None);
    }
}
