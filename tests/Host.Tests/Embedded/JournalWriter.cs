using System.Globalization;
using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>
/// A node that is made to be killed: this assembly run as a program. It says <c>ready</c>, and then for every number that was made durable the number and its place. After
/// <c>most</c> operations that were not it says <c>end</c> and stops; until then it goes on until it is killed.
/// </summary>
internal static class JournalWriter
{
    public const string Verb = "journal-writer";
    private static readonly Lock Gate = new();

    /// <summary>Serves.</summary>
    /// <param name="folder">Data folder, or "" with a database.</param>
    /// <param name="connection">Connection string, or "".</param>
    /// <param name="callers">Callers at once.</param>
    /// <param name="most">The most operations that may fail.</param>
    public static async Task<int> Run(string folder, string connection, string callers, string most)
    {
        var place = new JournalPlace { Folder = folder, Connection = connection.Length > 0 ? connection : null };
        // Snapshots as often as possible, in many parts: a kill should meet one.
        var options = new JournalHostOptions { LeastSnapshotBytes = 2048, PartBytes = 1024, FirstPause = TimeSpan.FromMilliseconds(1) };
        await using var host = await JournalHost.OpenAsync(place.Storage(TimeProvider.System), log => new Tally(log), TimeProvider.System, options);
        var next = await host.Perform(t => t.Numbers.Count > 0 ? t.Numbers.Max() : 0) + 1_000_000;
        var left = int.Parse(most, CultureInfo.InvariantCulture);
        Say("ready");
        await Task.WhenAll(Enumerable.Range(0, int.Parse(callers, CultureInfo.InvariantCulture)).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref left) > 0)
            {
                var number = Interlocked.Increment(ref next);
                try
                {
                    var place = await host.Perform(t => t.Add(number));
                    Say($"{number} {place}");
                }
                catch (Exception e) when (e is OutcomeUnknownException or NotPerformedException)
                {
                    Interlocked.Decrement(ref left);
                }
            }
        })));
        Say("end");
        return 0;
    }

    private static void Say(string line)
    {
        lock (Gate)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
