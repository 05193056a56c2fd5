using ControlPlane.Simulation.Studies;
using Spectre.Console;

namespace ControlPlane.Client.Progress;

/// <summary>A live bar: runs done, simulated share, time left. It disappears when the work is done.</summary>
/// <param name="console">The terminal of stderr.</param>
internal sealed class LiveProgress(IAnsiConsole console) : IProgressView
{
    public T Show<T>(string title, Func<Action<StudyProgress>, T> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn { Style = Style.Plain })
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: 1);
                return work(progress =>
                {
                    task.Description = Markup.Escape($"{title} {progress.Finished}/{progress.Total}");
                    task.Value = progress.Share;
                });
            });
}
