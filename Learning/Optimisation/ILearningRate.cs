namespace ControlPlane.Learning.Optimisation;

/// <summary>A learning rate over the steps of a run.</summary>
public interface ILearningRate
{
    /// <summary>The rate of a step.</summary>
    /// <param name="taken">Steps taken before, ≥ 0.</param>
    double At(long taken);
}
