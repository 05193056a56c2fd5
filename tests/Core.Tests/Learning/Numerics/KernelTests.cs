using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Numerics;

/// <summary>Every kernel against plain loops in double, on every instruction set that this machine has, at sizes with and without edges.</summary>
public sealed class KernelTests
{
    private const double Tolerance = 2e-5;
    private readonly RandomStream _random = new(7, "kernels");

    public static TheoryData<InstructionSet, int, int, int> Shapes()
    {
        var shapes = new TheoryData<InstructionSet, int, int, int>();
        foreach (var set in Enum.GetValues<InstructionSet>().Where(ManagedBackend.IsSupported))
        {
            foreach (var (batch, inputs, outputs) in new[] { (1, 21, 30), (2, 1, 1), (7, 5, 3), (33, 49, 64), (256, 21, 128), (149, 300, 530), (256, 256, 256) })
                shapes.Add(set, batch, inputs, outputs);
        }

        return shapes;
    }

    public static TheoryData<InstructionSet> Sets() => new(Enum.GetValues<InstructionSet>().Where(ManagedBackend.IsSupported));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Linear_layer_forward_and_back_is_that_of_plain_loops(InstructionSet set, int batch, int inputs, int outputs)
    {
        var backend = ManagedBackend.Create<float>(set);
        var (x, w) = (Matrices.Normal<float>(batch, inputs, _random), Matrices.Normal<float>(inputs, outputs, _random));
        var (b, dy) = (Matrices.Normal<float>(1, outputs, _random), Matrices.Normal<float>(batch, outputs, _random));

        var y = Matrices.Normal<float>(batch, outputs, _random);
        backend.Linear(x, w, b, relu: false, y);
        Matrices.AssertNear(Matrices.Product(x, w, (_, j) => b[0, j]), y, Tolerance * Math.Sqrt(inputs));
        backend.Linear(x, w, b, relu: true, y);
        var positive = Matrices.Product(x, w, (_, j) => b[0, j]);
        foreach (ref var element in positive.Elements)
            element = Math.Max(element, 0);
        Matrices.AssertNear(positive, y, Tolerance * Math.Sqrt(inputs));
        backend.Linear(x, w, bias: null, relu: false, y);
        Matrices.AssertNear(Matrices.Product(x, w, (_, _) => 0), y, Tolerance * Math.Sqrt(inputs));

        var dx = Matrices.Normal<float>(batch, inputs, _random);
        var sum = Matrices.Product(dy, Matrices.Transpose(w), (i, j) => dx[i, j]);
        backend.LinearInputGradient(dy, w, accumulate: true, dx);
        Matrices.AssertNear(sum, dx, Tolerance * Math.Sqrt(outputs));
        backend.LinearInputGradient(dy, w, accumulate: false, dx);
        Matrices.AssertNear(Matrices.Product(dy, Matrices.Transpose(w), (_, _) => 0), dx, Tolerance * Math.Sqrt(outputs));

        var (dw, db) = (Matrices.Normal<float>(inputs, outputs, _random), Matrices.Normal<float>(1, outputs, _random));
        var weightSum = Matrices.Product(Matrices.Transpose(x), dy, (i, j) => dw[i, j]);
        var ones = new Matrix<float>(1, batch);
        ones.Elements.Fill(1);
        var biasSum = Matrices.Product(ones, dy, (_, j) => db[0, j]);
        backend.LinearParameterGradient(x, dy, dw, db);
        Matrices.AssertNear(weightSum, dw, Tolerance * Math.Sqrt(batch));
        Matrices.AssertNear(biasSum, db, Tolerance * Math.Sqrt(batch));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Blocks_of_a_linear_layer_are_those_of_the_whole_one(InstructionSet set)
    {
        const int Batch = 37, Inputs = 50, Blocks = 6, Width = 21;
        var backend = ManagedBackend.Create<float>(set);
        var (x, w) = (Matrices.Normal<float>(Batch, Inputs, _random), Matrices.Normal<float>(Inputs, Blocks * Width, _random));
        var (b, dy) = (Matrices.Normal<float>(1, Blocks * Width, _random), Matrices.Normal<float>(Batch, Width, _random));
        x[3, 4] = 0;
        int[] blocks = [.. Enumerable.Range(0, Batch).Select(_ => _random.NextBelow(Blocks))];

        var (whole, wholeGradient) = (new Matrix<float>(Batch, Blocks * Width), new Matrix<float>(Batch, Blocks * Width));
        backend.Linear(x, w, b, relu: false, whole);
        var (expected, y) = (new Matrix<float>(Batch, Width), new Matrix<float>(Batch, Width));
        for (var row = 0; row < Batch; row++)
        {
            whole.Row(row).Slice(blocks[row] * Width, Width).CopyTo(expected.Row(row));
            dy.Row(row).CopyTo(wholeGradient.Row(row).Slice(blocks[row] * Width, Width));
        }

        backend.LinearBlocks(x, w, b, blocks, y);
        Matrices.AssertNear(expected, y, 1e-4);

        var (dw, db, dx) = (new Matrix<float>(Inputs, Blocks * Width), new Matrix<float>(1, Blocks * Width), new Matrix<float>(Batch, Inputs));
        var (dwBlocks, dbBlocks, dxBlocks) = (new Matrix<float>(Inputs, Blocks * Width), new Matrix<float>(1, Blocks * Width), new Matrix<float>(Batch, Inputs));
        backend.LinearParameterGradient(x, wholeGradient, dw, db);
        backend.LinearInputGradient(wholeGradient, w, accumulate: false, dx);
        backend.LinearBlocksGradient(x, w, blocks, dy, dwBlocks, dbBlocks, dxBlocks);
        Matrices.AssertNear(dw, dwBlocks, 1e-4);
        Matrices.AssertNear(db, dbBlocks, 1e-4);
        Matrices.AssertNear(dx, dxBlocks, 1e-4);

        var (means, meanBias, meanOutputs) = (new Matrix<float>(Inputs, Blocks), new Matrix<float>(1, Blocks), new Matrix<float>(Batch, Blocks));
        backend.BlockMeans(w, means);
        backend.BlockMeans(b, meanBias);
        backend.Linear(x, means, meanBias, relu: false, meanOutputs);
        for (var row = 0; row < Batch; row++)
        {
            var mean = 0.0;
            foreach (var element in y.Row(row))
                mean += element / Width;
            Assert.Equal(mean, meanOutputs[row, blocks[row]], 3);
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Activations_are_the_functions_of_the_library(InstructionSet set)
    {
        var backend = ManagedBackend.Create<float>(set);
        var z = Matrices.Of(1, -100f, -20.5f, -5f, -1.19f, -1e-3f, 0f, 1e-3f, 0.5f, 3f, 19.9f, 20.1f, 90f, 1000f);
        var y = new Matrix<float>(z.Rows, 1);
        Check(Activation.Identity, x => x);
        Check(Activation.Relu, x => Math.Max(x, 0));
        Check(Activation.Tanh, Math.Tanh);
        Check(Activation.Mish, x => x * Math.Tanh(x > 30 ? x : Math.Log(1 + Math.Exp(x))));

        void Check(Activation activation, Func<double, double> function)
        {
            backend.Activate(activation, z, y);
            for (var i = 0; i < z.Rows; i++)
                Assert.Equal(function(z[i, 0]), y[i, 0], 1e-6 * (1 + Math.Abs(z[i, 0])));
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Element_kernels_are_what_they_say(InstructionSet set)
    {
        var backend = ManagedBackend.Create<float>(set);
        var (x, y) = (Matrices.Of(5, 1f, -2f, 3f, -4f, 5f), Matrices.Of(5, 10f, 10f, 10f, 10f, 10f));
        Assert.Equal(55f, backend.SquaredNorm(x));
        backend.AddScaled(2, x, y);
        Assert.Equal([12f, 6f, 16f, 2f, 20f], y.Elements.ToArray());
        backend.Blend(0.5f, x, y);
        Assert.Equal([6.5f, 2f, 9.5f, -1f, 12.5f], y.Elements.ToArray());
        backend.Exponential(x);
        Assert.Equal(Math.Exp(-2), x[0, 1], 6);
        Assert.Equal(55f, backend.SquaredNorm(Matrices.Of(5, 1f, -2f, 3f, -4f, 5f)));
    }

    [Fact]
    public void Mismatched_shapes_are_refused_with_both_shapes()
    {
        var backend = ManagedBackend.Create<float>();
        var error = Assert.Throws<ArgumentException>(() => backend.Linear(new(2, 3), new(4, 5), null, false, new(2, 5)));
        Assert.Equal("a matrix of 3 x 5 is needed; this one has 4 x 5.", error.Message);
    }
}
