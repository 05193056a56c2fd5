namespace ControlPlane.Contract.Tests;

/// <summary>Waits for what a host does by itself.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until the answer is as expected.</summary>
    public static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> isExpected)
    {
        using var end = new CancellationTokenSource(Limit);
        while (true)
        {
            var answer = await ask();
            if (isExpected(answer))
                return answer;
            Assert.False(end.IsCancellationRequested, $"After a minute still {answer}");
            await Task.Delay(Pause);
        }
    }
}
