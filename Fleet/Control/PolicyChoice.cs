namespace ControlPlane.Fleet.Control;

/// <summary>A policy with its settings.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">Settings that differ from the defaults.</param>
/// <param name="Model">The model that it decides with; null for policies that take none.</param>
public sealed record PolicyChoice(string Name, IReadOnlyDictionary<string, string> Settings, ModelMark? Model = null)
{
    /// <summary>Whether another one is the same policy with the same settings and model.</summary>
    /// <param name="other">The other one.</param>
    public bool IsSameAs(PolicyChoice other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Name == other.Name && Model?.Digest == other.Model?.Digest && Settings.Count == other.Settings.Count && !Settings.Except(other.Settings).Any();
    }
}
