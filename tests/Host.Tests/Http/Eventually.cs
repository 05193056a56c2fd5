namespace ControlPlane.Host.Tests.Http;

/// <summary>Waits for what another thread does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task Holds(Func<bool> condition) => Holds(() => Task.FromResult(condition()));

    public static async Task Holds(Func<Task<bool>> condition)
    {
        using var end = new CancellationTokenSource(Patience);
        while (!await condition())
            await Task.Delay(5, end.Token);
    }
}
