namespace ControlPlane.Fleet.Protocol;

/// <summary>A site's answer to a <see cref="HomeMessage"/>, in the order of the message.</summary>
/// <param name="Assignments">Answers to its assignments.</param>
/// <param name="Withdrawals">Answers to its withdrawals.</param>
public sealed record SiteAnswer(IReadOnlyList<AssignmentAnswer> Assignments, IReadOnlyList<WithdrawalAnswer> Withdrawals);
