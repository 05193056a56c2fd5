namespace ControlPlane.Fleet.Control;

/// <summary>A policy with its settings.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">Settings that differ from the defaults.</param>
public sealed record PolicyChoice(string Name, IReadOnlyDictionary<string, string> Settings);
