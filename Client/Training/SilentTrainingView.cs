namespace ControlPlane.Client.Training;

/// <summary>Shows nothing.</summary>
internal sealed class SilentTrainingView : ITrainingView
{
    public T Show<T>(Func<Action<SeedStatus>, T> work) => work(_ => { });
}
