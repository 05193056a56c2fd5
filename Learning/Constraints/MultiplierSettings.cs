namespace ControlPlane.Learning.Constraints;

/// <summary>Settings of a Lagrange multiplier.</summary>
/// <param name="Limit">What the mean cost may be at most.</param>
/// <param name="Rate">Step of the ascent, &gt; 0.</param>
/// <param name="Scale">What a violation is measured in, &gt; 0: costs of very different size then move their multipliers alike.</param>
/// <param name="Highest">Greatest multiplier, &gt; 0; one that stays there is a sign that the limit cannot be kept.</param>
public sealed record MultiplierSettings(double Limit, double Rate, double Scale = 1, double Highest = double.PositiveInfinity);
