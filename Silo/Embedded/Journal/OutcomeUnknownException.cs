namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>
/// Whether an operation took effect is unknown: its commit failed and may be stored nonetheless. Asking again with the same id is safe and tells.
/// </summary>
/// <param name="message">One line.</param>
/// <param name="inner">Why the commit failed.</param>
public sealed class OutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);
