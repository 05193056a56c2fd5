using System.CommandLine;
using ControlPlane.Client.Engines;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Training;

namespace ControlPlane.Client.Commands;

/// <summary><c>train PRESET</c>: learns a policy.</summary>
internal static class TrainCommand
{
    private const string DefaultFolder = "./out/training";

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("train", "Train a policy on a scenario: several seeds side by side, kept after every round, measured on held-out runs.")
        {
            Section = CommandSection.Simulate,
            Details =
            [
                "Learners of placements: a round is several worlds at once, the scenario with a load, a swing of the day and losses of sites of their own. Learners of generation jobs (jemas, jemas-sac): a "
                + "round is a day of the scenario. Now and then the model is measured in runs that it never learns from; the best one is kept.",
                "With --engine orleans the days of generation jobs run on grains, and the reward shaper of jemas-sac and jemas-td3 is a grain that learns in the cluster; models are the same to the bit.",
                "In DIR/seed-N are training.checkpoint (where to go on), best.model and telemetry.csv (a row a round); in DIR the best model of all seeds and report.html with the learning curves. "
                + "One that was ended or killed goes on with --resume, and comes to the same weights, to the bit, as one that was not.",
            ],
            Examples =
            [
                ("twenty rounds on the paper's fleet", "controlplane train priced --out out/priced"),
                ("then hold the model against the rules", "controlplane evaluate out/priced/best.model"),
                ("five seeds, prices of the frontier LP among the features, end when nothing gets better", "controlplane train priced:plan=1,width=32 --seeds 5 --patience 5 --out out/plan"),
                ("who makes images, and in how many steps: thirty days", "controlplane train jemas --out out/jemas"),
                ("then hold that model beside rules", "controlplane aigc aigc-hard --policy least-loaded:steps=10,jemas:model=out/jemas/best.model"),
                ("the paper's way: discrete SAC, paid every six slots, with a diffusion that shares out what is paid", "controlplane train jemas-sac:pay-out=delayed,shaper=decomposition --out out/sac"),
                ("the same with its shaper, providers and sites in a cluster inside this process", "controlplane train jemas-sac:pay-out=delayed --rounds 2 --engine orleans --silos 3 --out out/grains"),
                ("go on after Ctrl-C or a crash", "controlplane train priced --out out/priced --resume"),
            ],
        };
        var what = new TrainingInput(services.Scenarios);
        var seeds = new SeedInput();
        var engines = new EngineInput(EngineCatalog.StartOrleans);
        var parallel = Quantity.WholeOption("--parallel", 1, 1024, "Seeds side by side (default: the number of cores); does not change results.");
        var output = new OutputInput();
        output.Folder.Description = $"Folder for everything that is kept (default: {DefaultFolder}).";
        var resume = new Option<bool>("--resume") { Description = "Go on from the checkpoints in the folder; seeds without one begin." };
        command.Add(what.Learner);
        command.AddGroup("What to learn from", what.All);
        command.AddGroup("How", seeds.Seeds, seeds.Seed, parallel, engines.Engine, engines.Silos, resume);
        command.AddGroup("Output", [.. output.Writing, what.List]);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            if (result.GetValue(what.List))
            {
                new DocumentWriter(services.Terminal, format).Write(LearnerTable.Document());
                return ExitCode.Success;
            }

            var folder = output.OpenFolder(result) ?? new OutputFolder(DefaultFolder);
            using var engine = engines.Start(result);
            var training = what.Read(result, engine);
            var request = new TrainRequest(
                training, seeds.Read(result, training.Seed, count: 1), (int)(result.GetValue(parallel) ?? Environment.ProcessorCount), folder.Path, result.GetValue(resume));
            TrainingFolder.Check(request);
            return Train(request, folder, services, output.IsQuiet(result), format);
        });
        return command;
    }

    private static int Train(TrainRequest request, OutputFolder folder, CliServices services, bool quiet, OutputFormat format)
    {
        services.Interrupts?.Take(() => { }, () => { });
        IReadOnlyList<TrainedSeed> seeds;
        try
        {
            var run = new TrainingRun(request, TimeProvider.System);
            seeds = TrainingViews.For(services.Terminal, quiet, request).Show(tell => run.Run(tell, services.Cancellation));
        }
        catch (OperationCanceledException) when (services.Cancellation.IsCancellationRequested)
        {
            Failures.WriteError(services.Terminal, TrainingFolder.Kept(request, services.CommandText));
            return ExitCode.Failure;
        }

        var best = TrainingFolder.KeepBest(request, seeds);
        TrainingPage.Write(folder, request, seeds, services.CommandText);
        new DocumentWriter(services.Terminal, format).Write(Describe(request, seeds, best));
        if (!quiet)
            services.Terminal.Error.WriteLine($"wrote {string.Join(", ", [TrainingFolder.Model, .. folder.Files])} to {folder.Path}");
        if (best is not null)
            return ExitCode.Success;
        Failures.WriteError(services.Terminal, "the held-out runs give no figures, so that there is no model: they may be too short (--look-length)");
        return ExitCode.Failure;
    }

    private static Document Describe(TrainRequest request, IReadOnlyList<TrainedSeed> seeds, TrainedSeed? best) => new()
    {
        Heading = [$"{request.What.Learner.Label} on {request.What.Heading}"],
        Tables = [TrainingTables.Of(request.What.HeldOut, seeds, best)],
        Csv = () => TrainingTables.Of(request.What.HeldOut, seeds, best),
        Json = () => TrainingTables.Json(request, seeds, best),
    };
}
