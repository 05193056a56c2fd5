namespace ControlPlane.Client.Training;

/// <summary>Where a session is.</summary>
internal enum SeedStage
{
    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>It learns.</summary>
    Learning,

    /// <summary>All its rounds are done.</summary>
    Done,

    /// <summary>No better model had come for long enough.</summary>
    EndedEarly,
}
