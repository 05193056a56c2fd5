using System.Text.Json;
using ControlPlane.Benchmarks.Bars;
using ControlPlane.Learning.Diffusion;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;

namespace ControlPlane.Benchmarks.Learning;

/// <summary>
/// Speed of the learner on one core, in processor time rather than on the wall clock, so that other work on the machine does not show: matrix products,
/// updates of CHSAC-AF's shape, decisions, and the denoising sampler.
/// </summary>
internal static class LearningCommand
{
    private const double SamplerLimitMs = 2;
    private const double DecisionLimitUs = 50;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Prints the table, or JSON; exit code 1 if a bar is missed.</summary>
    /// <param name="options">Arguments after the verb.</param>
    public static int Run(string[] options)
    {
        if (options.Except(["--json"]).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"learning has no option '{unknown}'; there is --json.", nameof(options));
        var rows = Enum.GetValues<InstructionSet>().Where(ManagedBackend.IsSupported).SelectMany(Rows).ToArray();
        if (options.Contains("--json"))
            Console.WriteLine(JsonSerializer.Serialize(new { machine = BarsCommand.Machine(), bars = rows }, Indented));
        else
            Array.ForEach(rows, row => Console.WriteLine($"{row.Bar,-44} {row.Limit,-10} {row.Measured}"));
        return Array.TrueForAll(rows, row => row.Met) ? 0 : 1;
    }

    private static IEnumerable<BarRow> Rows(InstructionSet set)
    {
        var backend = ManagedBackend.Create<float>(set);
        foreach (var (inputs, outputs) in new[] { (21, 128), (49, 256), (256, 256), (256, 2048) })
            yield return Product(set, backend, inputs, outputs);
        foreach (var next in Enum.GetValues<NextValue>())
            yield return Update(set, backend, next, []);
        yield return Update(set, backend, NextValue.Sampled, [256, 256]);
        yield return Decision(set, backend);
        yield return Sampler(set, backend);
    }

    private static BarRow Product(InstructionSet set, ITensorBackend<float> backend, int inputs, int outputs)
    {
        var (x, w, y) = (Stand.Normal(Stand.Batch, inputs), Stand.Normal(inputs, outputs), Stand.Normal(Stand.Batch, outputs));
        var (bias, dx) = (Stand.Normal(1, outputs), Stand.Normal(Stand.Batch, inputs));
        var (dw, db) = (new Matrix<float>(inputs, outputs), new Matrix<float>(1, outputs));
        var work = 2e-9 * Stand.Batch * inputs * outputs;
        var forward = work / Stand.Seconds(() => backend.Linear(x, w, bias, relu: true, y));
        var input = work / Stand.Seconds(() => backend.LinearInputGradient(y, w, accumulate: false, dx));
        var weights = work / Stand.Seconds(() => backend.LinearParameterGradient(x, y, dw, db));
        return new($"{set}, {Stand.Batch} x {inputs} x {outputs}", BarRow.NoLimit, $"forward {forward:f1}, dX {input:f1}, dW {weights:f1} GFLOP/s", Met: true,
            new Dictionary<string, double> { ["forwardGflops"] = forward, ["inputGradientGflops"] = input, ["weightGradientGflops"] = weights });
    }

    private static BarRow Update(InstructionSet set, ITensorBackend<float> backend, NextValue next, int[] critic)
    {
        var memory = Stand.Memory();
        var sac = new DiscreteSac<float>(Stand.Settings with { NextValue = next, Critic = critic }, backend);
        var batch = new TransitionBatch<float>(Stand.Settings.Layout, Stand.Batch);
        var perSecond = 1 / Stand.Seconds(() =>
        {
            memory.Sample(batch);
            sac.Update(batch);
        });
        var shape = critic.Length == 0 ? "" : $", critics {string.Join('-', critic)}";
        return new($"{set}, update, next value {next.ToString().ToLowerInvariant()}{shape}", BarRow.NoLimit, $"{perSecond:f1} updates/s", Met: true,
            new Dictionary<string, double> { ["updatesPerSecond"] = perSecond });
    }

    private static BarRow Decision(InstructionSet set, ITensorBackend<float> backend)
    {
        var sac = new DiscreteSac<float>(Stand.Settings, backend);
        var (state, mask) = (new float[Stand.Settings.Layout.Features], new bool[Stand.Settings.Layout.Actions]);
        Array.Fill(mask, value: true);
        Array.Fill(state, 0.5f);
        var us = 1e6 * Stand.Seconds(() => sac.Decide(state, mask, explore: true));
        return new($"{set}, decision, batch 1", $"<= {DecisionLimitUs} us", $"{us:f1} us on average", us <= DecisionLimitUs, new Dictionary<string, double> { ["us"] = us });
    }

    private static BarRow Sampler(InstructionSet set, ITensorBackend<float> backend)
    {
        var model = new DiffusionModel<float>(new DiffusionSettings(Condition: 21), backend);
        var (conditions, mean) = (Stand.Normal(Stand.Batch, 21), new Matrix<float>(Stand.Batch, 1));
        var ms = 1e3 * Stand.Seconds(() => model.Estimate(conditions, [0.0], mean));
        // The bar is that of a machine with wide vectors; narrower ones are shown beside it.
        var isBar = set == ManagedBackend.Widest;
        return new($"{set}, sampler, hidden 128, 5 steps, one start", isBar ? $"<= {SamplerLimitMs} ms" : BarRow.NoLimit, $"{ms:f2} ms", !isBar || ms <= SamplerLimitMs,
            new Dictionary<string, double> { ["ms"] = ms });
    }
}
