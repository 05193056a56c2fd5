namespace ControlPlane.Core.Tests.Generation.Learned.Guards;

/// <summary>A decision of a day as a shaper is told it.</summary>
/// <param name="State">What it was taken on.</param>
/// <param name="Action">The pair of provider and steps.</param>
internal sealed record ToldDecision(float[] State, int Action)
{
    /// <summary>What was paid with it.</summary>
    public double Reward { get; set; }

    /// <summary>Whether the decisions since the last pay-out are paid with it.</summary>
    public bool IsPayOut { get; set; }

    /// <summary>Whether nothing follows.</summary>
    public bool IsEnd { get; set; }
}
