using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Progress;

/// <summary>Shows on stderr how far a study is.</summary>
internal interface IProgressView
{
    /// <summary>Shows progress while work runs.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="title">What is running.</param>
    /// <param name="work">The work; it is given whom to tell.</param>
    T Show<T>(string title, Func<Action<StudyProgress>, T> work);
}
