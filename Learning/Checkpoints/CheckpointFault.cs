namespace ControlPlane.Learning.Checkpoints;

/// <summary>Why a checkpoint was refused.</summary>
public enum CheckpointFault
{
    /// <summary>The file is something else.</summary>
    NotACheckpoint,

    /// <summary>Bytes are missing at its end.</summary>
    Truncated,

    /// <summary>Bytes are not those that were written.</summary>
    Corrupt,

    /// <summary>An older version of the program wrote it in a form that is no longer read.</summary>
    OlderVersion,

    /// <summary>A newer version of the program wrote it.</summary>
    NewerVersion,

    /// <summary>It holds something else, for example another algorithm.</summary>
    WrongKind,

    /// <summary>A piece is missing, or has another shape or type.</summary>
    WrongShape,
}
