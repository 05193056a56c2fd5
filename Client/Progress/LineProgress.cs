using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Progress;

/// <summary>Writes a line every ten seconds: for logs.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="time">The clock.</param>
internal sealed class LineProgress(TextWriter writer, TimeProvider time) : IProgressView
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public T Show<T>(string title, Func<Action<StudyProgress>, T> work)
    {
        var start = time.GetTimestamp();
        var last = start;
        return work(progress =>
        {
            var now = time.GetTimestamp();
            if (time.GetElapsedTime(last, now) < Interval || progress.Share <= 0)
                return;
            last = now;
            var leftS = time.GetElapsedTime(start, now).TotalSeconds * (1 - progress.Share) / progress.Share;
            writer.WriteLine($"{title}: {progress.Finished} of {Output.Show.Count(progress.Total, "run")}, {100 * progress.Share:F0} % simulated, about {Output.Show.Duration(Math.Round(leftS))} left");
        });
    }
}
