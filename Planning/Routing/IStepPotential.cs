namespace ControlPlane.Planning.Routing;

/// <summary>ψ of a relaxed projection: by how much at most a step changes the distance to a point of the half-space. Convex, 0 at 0.</summary>
public interface IStepPotential
{
    /// <summary>ψ(θ).</summary>
    /// <param name="theta">The step, ≥ 0.</param>
    /// <param name="slope">ψ'(θ).</param>
    /// <param name="curvature">ψ''(θ).</param>
    double Value(double theta, out double slope, out double curvature);
}
