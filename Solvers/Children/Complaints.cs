namespace ControlPlane.Solvers.Children;

/// <summary>The end of what a process writes to standard error, on one line.</summary>
internal static class Complaints
{
    private const int MostLength = 400;

    /// <summary>Reads to the end, so that the process never waits for a reader.</summary>
    public static async Task<string> ReadAsync(TextReader reader)
    {
        var tail = "";
        try
        {
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                tail = tail.Length == 0 ? line.Trim() : $"{tail} {line.Trim()}";
                if (tail.Length > MostLength) tail = tail[^MostLength..];
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The process was killed.
        }

        return tail;
    }
}
