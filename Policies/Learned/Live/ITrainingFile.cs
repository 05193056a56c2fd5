namespace ControlPlane.Policies.Learned.Live;

/// <summary>Where a trainer's state is kept.</summary>
public interface ITrainingFile
{
    /// <summary>Replaces what is kept as a whole.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Write(LiveTrainingState state);

    /// <summary>Reads what is kept.</summary>
    /// <param name="state">Changed if all of it is good.</param>
    /// <returns>Whether it was, and what there is to say; nothing where nothing is kept.</returns>
    (bool IsRead, string Said) TryRead(LiveTrainingState state);
}
