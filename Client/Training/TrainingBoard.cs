using Spectre.Console;

namespace ControlPlane.Client.Training;

/// <summary>A live table, a row a session. It disappears when all have ended.</summary>
/// <param name="console">The terminal of stderr.</param>
/// <param name="seeds">The sessions.</param>
/// <param name="training">What is trained.</param>
/// <param name="time">The clock.</param>
internal sealed class TrainingBoard(IAnsiConsole console, IReadOnlyList<long> seeds, ITraining training, TimeProvider time) : ITrainingView
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Headings = ["seed", "round", "decisions", "updates/s", "held out", "best", "left"];
    private readonly Dictionary<long, SeedStatus> _statuses = seeds.ToDictionary(s => s, SeedStatus.Of);

    public T Show<T>(Func<Action<SeedStatus>, T> work) => console.Live(Draw()).AutoClear(true).Start(context =>
    {
        var drawn = time.GetTimestamp();
        return work(status =>
        {
            var isNew = _statuses[status.Seed].Stage != status.Stage;
            _statuses[status.Seed] = status;
            if (!isNew && time.GetElapsedTime(drawn) < Interval)
                return;
            drawn = time.GetTimestamp();
            context.UpdateTarget(Draw());
        });
    });

    private Spectre.Console.Table Draw()
    {
        var table = new Spectre.Console.Table().Border(TableBorder.None);
        foreach (var heading in Headings)
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var status in seeds.Select(s => _statuses[s]))
            table.AddRow([.. Row(status).Select(Markup.Escape)]);
        return table;
    }

    private IEnumerable<string> Row(SeedStatus status) =>
    [
        $"{status.Seed}", $"{status.Round + status.Share:0.0} of {training.Rounds}", $"{status.Decisions}", double.IsNaN(status.UpdatesPerS) ? "-" : $"{status.UpdatesPerS:0}",
        TrainingText.Of(training.HeldOut, status.Last), TrainingText.Of(training.HeldOut, status.Best), TrainingText.Stage(status),
    ];
}
