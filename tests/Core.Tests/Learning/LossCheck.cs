using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Core.Tests.Learning;

/// <summary>A loss that adds its gradients to parameters, against finite differences in float64.</summary>
internal static class LossCheck
{
    public static void Assert(IReadOnlyList<Parameter<double>> parameters, Func<double> loss)
    {
        Clear(parameters);
        loss();
        var gradients = parameters.Select(parameter =>
        {
            var copy = new Matrix<double>(parameter.Value.Rows, parameter.Value.Columns);
            copy.CopyFrom(parameter.Gradient);
            return copy;
        }).ToArray();
        for (var i = 0; i < parameters.Count; i++)
            GradientCheck.Assert(parameters[i].Value, gradients[i], loss);
        Clear(parameters);
    }

    public static void AssertNone(IReadOnlyList<Parameter<double>> parameters) =>
        Xunit.Assert.All(parameters, parameter => Xunit.Assert.Equal(-1, parameter.Gradient.Elements.IndexOfAnyExcept(0.0)));

    private static void Clear(IReadOnlyList<Parameter<double>> parameters)
    {
        foreach (var parameter in parameters)
            parameter.Gradient.Clear();
    }
}
