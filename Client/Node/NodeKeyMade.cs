namespace ControlPlane.Client.Node;

/// <summary>A key that was made.</summary>
/// <param name="Key">What the node keeps of it.</param>
/// <param name="Secret">The key itself: the node shows it this once.</param>
internal sealed record NodeKeyMade(NodeKey Key, string Secret);
