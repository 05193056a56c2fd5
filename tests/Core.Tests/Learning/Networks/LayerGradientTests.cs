using System.Numerics;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Networks;

/// <summary>R14 for every layer, in float32 and in float64.</summary>
public sealed class LayerGradientTests
{
    private const int Batch = 5;
    private readonly RandomStream _random = new(11, "layers");

    [Theory]
    [InlineData(Activation.Identity)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Mish)]
    public void Dense(Activation activation)
    {
        Check(new Dense<double>(7, 6, activation));
        Check(new Dense<float>(7, 6, activation));
    }

    [Fact]
    public void Residual()
    {
        Check(new Residual<double>(Mlp.Of<double>([6, 9, 6], Activation.Tanh)));
        Check(new Residual<float>(Mlp.Of<float>([6, 9, 6], Activation.Tanh)));
    }

    [Fact]
    public void Sequential()
    {
        Check(Mlp.Of<double>([5, 8, 8, 3], Activation.Mish));
        Check(Mlp.Of<float>([5, 8, 8, 3], Activation.Mish));
    }

    [Fact]
    public void Several_heads_on_one_encoder()
    {
        CheckHeads<double>();
        CheckHeads<float>();
    }

    [Fact]
    public void Gradient_of_the_inputs_alone_is_the_same_and_leaves_the_parameters_alone()
    {
        var layer = new Sequential<double>(Mlp.Of<double>([4, 6, 5], Activation.Mish), new Residual<double>(Mlp.Of<double>([5, 7, 5], Activation.Relu)));
        layer.Initialise(new UniformInitialiser(), _random);
        var pass = layer.NewPass(ManagedBackend.Create<double>(), Batch);
        var (dy, both, alone, twice) = (Matrices.Normal<double>(Batch, 5, _random), new Matrix<double>(Batch, 4), new Matrix<double>(Batch, 4), new Matrix<double>(Batch, 4));
        pass.Forward(Matrices.Normal<double>(Batch, 4, _random));
        pass.InputGradient(dy, alone);
        pass.InputGradient(dy, twice);
        pass.InputGradient(dy, twice, accumulate: true);
        Assert.All(layer.Parameters, parameter => Assert.Equal(-1, parameter.Gradient.Elements.IndexOfAnyExcept(0.0)));
        pass.Backward(dy, both);
        Assert.Equal(both.Elements.ToArray(), alone.Elements.ToArray());
        for (var i = 0; i < both.Elements.Length; i++)
            Assert.Equal(2 * both.Elements[i], twice.Elements[i], 12);
    }

    [Fact]
    public void Gradient_of_the_inputs_is_added_where_asked_for()
    {
        var layer = new Dense<double>(4, 3);
        layer.Initialise(new UniformInitialiser(), _random);
        var pass = layer.NewPass(ManagedBackend.Create<double>(), Batch);
        var (dy, once, twice) = (Matrices.Normal<double>(Batch, 3, _random), new Matrix<double>(Batch, 4), new Matrix<double>(Batch, 4));
        pass.Forward(Matrices.Normal<double>(Batch, 4, _random));
        pass.Backward(dy, once);
        pass.Backward(dy, twice);
        pass.Backward(dy, twice, accumulate: true);
        for (var i = 0; i < once.Elements.Length; i++)
            Assert.Equal(2 * once.Elements[i], twice.Elements[i], 12);
    }

    private void Check<T>(Layer<T> layer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        layer.Initialise(new OrthogonalInitialiser(1), _random);
        var pass = layer.NewPass(ManagedBackend.Create<T>(), Batch);
        var x = Matrices.Normal<T>(Batch, layer.Inputs, _random);
        // Differences over the kink of ReLU would say nothing.
        foreach (var bias in layer.Parameters.Where(p => p.Name == "bias"))
            bias.Value.Elements.Fill(T.CreateTruncating(0.05));
        var weights = Matrices.Normal<T>(Batch, layer.Outputs, _random);
        var dx = new Matrix<T>(Batch, layer.Inputs);
        KeepFromZero(layer, pass, x);
        pass.Forward(x);
        pass.Backward(weights, dx);

        double Loss() => Matrices.Dot(weights, pass.Forward(x));
        foreach (var parameter in layer.Parameters)
            GradientCheck.Assert(parameter.Value, parameter.Gradient, Loss);
        GradientCheck.Assert(x, dx, Loss);
    }

    // Rows with an output near the kink are drawn anew.
    private void KeepFromZero<T>(Layer<T> layer, LayerPass<T> pass, Matrix<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (layer is not Dense<T> { Activation: Activation.Relu } dense)
            return;
        var linear = new Dense<T>(dense.Inputs, dense.Outputs);
        linear.CopyFrom(dense);
        var z = linear.NewPass(ManagedBackend.Create<T>(), Batch);
        while (z.Forward(x).Elements.ToArray().Any(element => T.Abs(element) < T.CreateTruncating(0.05)))
            Matrices.Normal<T>(Batch, layer.Inputs, _random).Elements.CopyTo(x.Elements);
    }

    private void CheckHeads<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new HeadedNetwork<T>(Mlp.Of<T>([4, 7], Activation.Tanh, Activation.Tanh), new Dense<T>(7, 2), Mlp.Of<T>([7, 5, 3], Activation.Mish));
        network.Initialise(new UniformInitialiser(), _random);
        var pass = network.NewPass(ManagedBackend.Create<T>(), Batch);
        var (x, dx) = (Matrices.Normal<T>(Batch, 4, _random), new Matrix<T>(Batch, 4));
        Matrix<T>[] weights = [Matrices.Normal<T>(Batch, 2, _random), Matrices.Normal<T>(Batch, 3, _random)];
        pass.Forward(x);
        pass.Backward(weights, dx);
        double Loss()
        {
            pass.Forward(x);
            return Matrices.Dot(weights[0], pass.Output(0)) + Matrices.Dot(weights[1], pass.Output(1));
        }

        foreach (var parameter in network.Parameters)
            GradientCheck.Assert(parameter.Value, parameter.Gradient, Loss);
        GradientCheck.Assert(x, dx, Loss);
    }
}
