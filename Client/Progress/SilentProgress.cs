using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Progress;

/// <summary>Shows nothing.</summary>
internal sealed class SilentProgress : IProgressView
{
    public T Show<T>(string title, Func<Action<StudyProgress>, T> work) => work(_ => { });
}
