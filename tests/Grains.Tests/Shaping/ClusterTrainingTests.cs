using ControlPlane.Client.Hosting;
using ControlPlane.Client.Scenarios;

namespace ControlPlane.Grains.Tests.Shaping;

/// <summary><c>controlplane train --engine orleans</c>: days on grains and a shaper in the cluster give the model of a training in memory, to the bit.</summary>
public sealed class ClusterTrainingTests : IDisposable
{
    // As many days of 288 decisions as a shaper needs to be ready, and a few more.
    private const int Rounds = 16;
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ClusterTrainingTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "scenarios"), "aigc-*.yaml"))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        File.WriteAllText(Scenario, "include: [aigc-hard.yaml]\nkind: generation\nslot: 1 h\n");
    }

    private string Scenario => Path.Combine(_folder, "tiny-days.yaml");

    [Fact]
    public void The_best_model_is_the_same_to_the_bit() => AssertSame("jemas-sac:pay-out=delayed,width=16,warm-up=200,decisions-per-update=16");

    [LongFact("a minute")]
    public void So_it_is_with_actions_of_numbers() => AssertSame("jemas-td3:pay-out=delayed,width=16,warm-up=200,decisions-per-update=16,estimator=network");

    [Fact]
    public void A_training_whose_shaper_ended_with_its_cluster_is_not_resumed()
    {
        string[] grains = ["--engine", "orleans", "--resume"];
        Assert.Contains("--resume: what a reward shaper in the cluster learned ends with the process", Error("jemas-sac", grains), StringComparison.Ordinal);
        Assert.Contains("lives in the learner's memory", Error("jemas-sac:shaper=dress", "--engine", "orleans"), StringComparison.Ordinal);
        Assert.Contains("--engine means nothing to 'priced'", Error("priced", "--engine", "orleans"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_without_its_shaper_is_not_taken_for_one_in_memory_and_a_learner_without_one_goes_on()
    {
        Run(ExitCode.Success, [.. Command("jemas-sac:pay-out=delayed,width=16"), "--rounds", "1", "--out", Out("kept"), "--engine", "orleans"]);
        var error = Run(ExitCode.BadInput, [.. Command("jemas-sac:pay-out=delayed,width=16"), "--rounds", "1", "--out", Out("kept"), "--resume"]);
        Assert.Contains("reward shaper was in a cluster and is not there", error, StringComparison.Ordinal);
        string[] priced = [.. Command("jemas"), "--rounds", "1", "--out", Out("priced"), "--engine", "orleans"];
        Run(ExitCode.Success, priced);
        Run(ExitCode.Success, [.. priced, "--resume"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void AssertSame(string learner)
    {
        var (inMemory, inCluster, unshaped) = (Train(learner), Train(learner, "--engine", "orleans", "--silos", "2"), Train(learner + ",shaper=none"));
        Assert.Equal(inMemory.Model, inCluster.Model);
        // Shaping matters in it, and what the shaper knows is not in the learner's checkpoint.
        Assert.NotEqual(unshaped.Model, inMemory.Model);
        Assert.True(inCluster.Checkpoint < inMemory.Checkpoint - 1_000_000, $"{inCluster.Checkpoint} of {inMemory.Checkpoint} bytes");
    }

    private (byte[] Model, long Checkpoint) Train(string learner, params string[] more)
    {
        var folder = Out(Path.GetRandomFileName());
        Run(ExitCode.Success, [.. Command(learner), "--rounds", $"{Rounds}", "--look-every", $"{Rounds}", "--out", folder, .. more]);
        var seed = Path.Combine(folder, "seed-1");
        return (File.ReadAllBytes(Path.Combine(seed, "best.model")), new FileInfo(Path.Combine(seed, "training.checkpoint")).Length);
    }

    private string[] Command(string learner) => ["train", learner, "--scenario", Scenario, "--seed", "1", "--held-out-days", "1", "-q"];

    private string Out(string name) => Path.Combine(_folder, name);

    private string Error(string learner, params string[] more) => Run(ExitCode.BadInput, ["train", learner, "--seed", "1", "-q", "--out", Out("none"), .. more]);

    private static string Run(int code, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, Width = 100 };
        Assert.True(CommandLine.Run(args, new CliServices(terminal, new ScenarioSource())) == code, error.ToString());
        return error.ToString();
    }
}
