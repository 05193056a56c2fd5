using System.Numerics;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Networks;

/// <summary>How the parameters of a dense layer are drawn.</summary>
public interface IInitialiser
{
    /// <summary>Draws them. Whatever the element type, the same numbers are drawn.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="weights">Inputs x outputs; written.</param>
    /// <param name="bias">1 x outputs; written.</param>
    /// <param name="random">From what.</param>
    void Fill<T>(Matrix<T> weights, Matrix<T> bias, RandomStream random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
