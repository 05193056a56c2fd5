namespace ControlPlane.Fleet.Protocol;

/// <summary>Kinds of a home's journalled operations. The numbers are on disk and never change their meaning.</summary>
internal enum HomeOperation : byte
{
    Accept = 1,
    Reject = 2,
    Place = 3,
    Cancel = 4,
    Settle = 5,
    AnswerWithdrawal = 6,
    Finish = 7,
    Return = 8,
    Expire = 9,
}
