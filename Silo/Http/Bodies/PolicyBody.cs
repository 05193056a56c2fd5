namespace ControlPlane.Silo.Http.Bodies;

/// <summary>A policy with its settings.</summary>
/// <param name="Name">Name of the policy.</param>
/// <param name="Settings">Settings that differ from the defaults.</param>
/// <param name="Note">What to remember about it.</param>
public sealed record PolicyBody(string Name, IReadOnlyDictionary<string, string>? Settings, string? Note);
