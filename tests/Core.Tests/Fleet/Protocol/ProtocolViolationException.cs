namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>Something happened in a world that must never happen.</summary>
public sealed class ProtocolViolationException(string message) : Exception(message);
