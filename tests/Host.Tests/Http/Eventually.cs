namespace ControlPlane.Host.Tests.Http;

/// <summary>Waits for what another thread does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Holds(Func<bool> condition)
    {
        using var end = new CancellationTokenSource(Patience);
        while (!condition())
            await Task.Delay(5, end.Token);
    }
}
