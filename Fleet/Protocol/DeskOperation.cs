namespace ControlPlane.Fleet.Protocol;

/// <summary>Kinds of a site desk's journalled operations. The numbers are on disk and never change their meaning.</summary>
internal enum DeskOperation : byte
{
    Session = 1,
    Assign = 2,
    Fence = 3,
    Withdraw = 4,
    Finish = 5,
    Start = 6,
    Lapse = 7,
    Acknowledge = 8,
    Drain = 9,
    Resume = 10,
    Fail = 11,
    Recover = 12,
    FailGpu = 13,
    RepairGpu = 14,
    Refuse = 15,
    Abort = 16,
    Limit = 17,
}
