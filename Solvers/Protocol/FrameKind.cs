namespace ControlPlane.Solvers.Protocol;

/// <summary>What travels between a host and its child.</summary>
internal enum FrameKind : byte
{
    /// <summary>Host to child: the programme.</summary>
    Program = 1,

    /// <summary>Host to child: the time is over; end soon with what there is.</summary>
    Stop = 2,

    /// <summary>Host to child: the caller wants no more; end soon with what there is, or without.</summary>
    Cancel = 5,

    /// <summary>Child to host: incumbent and bound.</summary>
    Progress = 3,

    /// <summary>Child to host: the answer, once, the last frame.</summary>
    Solution = 4,
}
