namespace ControlPlane.Client.Training;

/// <summary>Shows on stderr how far sessions are.</summary>
internal interface ITrainingView
{
    /// <summary>Shows them while they train.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work; it is given whom to tell, one call at a time.</param>
    T Show<T>(Func<Action<SeedStatus>, T> work);
}
