using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>Kills nodes at random instants under load and looks at what they left.</summary>
internal static class KillChecks
{
    private const int Callers = 32;

    /// <summary>Kills again and again over one journal.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="kills">How often.</param>
    public static async Task Nothing_that_was_answered_is_lost(JournalPlace place, int kills)
    {
        var random = new Random(8);
        var answered = new Dictionary<int, long>();
        long[] before = [];
        for (var kill = 1; kill <= kills; kill++)
        {
            using var node = WriterProcess.Start(place, Callers);
            // Some die while they open the journal, most under load.
            var early = random.Next(10) == 0;
            await node.Hear(early ? 0 : 1 + random.Next(600));
            await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * (early ? 500 : 20)));
            await node.Kill();
            foreach (var (number, at) in node.Answered)
                Assert.True(answered.TryAdd(at, number), $"kill {kill}: place {at} was given twice");
            // Left alone, the next node finds the journal as the killed one left it.
            if (kill % 2 == 0 || kill == kills)
                before = await Look(place, answered, before);
        }

        Assert.NotEmpty(before);
    }

    private static async Task<long[]> Look(JournalPlace place, Dictionary<int, long> answered, long[] before)
    {
        await using var host = await JournalHost.OpenAsync(place.Storage(TimeProvider.System), log => new Tally(log), TimeProvider.System);
        var (numbers, bytes) = await host.Perform(t => (t.Numbers.ToArray(), t.Bytes));
        Assert.Equal(Tally.BytesAfter(numbers), bytes);
        Assert.Equal(before, numbers[..Math.Min(before.Length, numbers.Length)]);
        foreach (var (at, number) in answered)
            Assert.True(at < numbers.Length && numbers[at] == number, $"{number} was answered as number {at} and is not there");
        return numbers;
    }
}
