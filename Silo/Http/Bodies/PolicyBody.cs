namespace ControlPlane.Silo.Http.Bodies;

/// <summary>A policy with its settings.</summary>
/// <param name="Name">Name of the policy.</param>
/// <param name="Settings">Settings that differ from the defaults.</param>
/// <param name="Note">What to remember about it.</param>
/// <param name="Model">Its model, for policies that take one; null for the one that comes with the host.</param>
public sealed record PolicyBody(string Name, IReadOnlyDictionary<string, string>? Settings, string? Note, ModelBody? Model = null);
