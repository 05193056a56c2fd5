using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Training;

/// <summary>The folder of a training: one of each seed, and the best model of all.</summary>
internal static class TrainingFolder
{
    /// <summary>The best model of all seeds.</summary>
    public const string Model = "best.model";

    /// <summary>Checks that a training can begin, or go on, before anything runs.</summary>
    /// <param name="request">What is trained.</param>
    /// <exception cref="InputException">It cannot; the message says why.</exception>
    public static void Check(TrainRequest request)
    {
        if (request.Resumes && request.What.IsPartlyElsewhere)
            throw new InputException("--resume: what a reward shaper in the cluster learned ends with the process; with --engine orleans only trainings without one go on");
        foreach (var seed in request.Seeds)
        {
            var folder = SeedFolder.Of(request, seed);
            if (!folder.HasCheckpoint)
                continue;
            if (!request.Resumes)
                throw new InputException($"'{folder.CheckpointPath}' is there already: {(request.What.IsPartlyElsewhere ? "" : "go on from it with --resume, or ")}give another folder with --out");
            folder.Check(TrainingIdentity.Of(request.What, seed));
        }
    }

    /// <summary>Copies the best model of all seeds.</summary>
    /// <param name="request">What was trained.</param>
    /// <param name="seeds">The sessions.</param>
    /// <returns>Whose it is; null when no session has one.</returns>
    public static TrainedSeed? KeepBest(TrainRequest request, IReadOnlyList<TrainedSeed> seeds)
    {
        var best = seeds.Where(s => s.Curve.Best is not null).MinBy(s => s.Curve.Best!.HeldOut!.Value.Score);
        if (best is not null)
            DurableFile.Replace(Path.Combine(request.Folder, Model), File.ReadAllBytes(SeedFolder.Of(request, best.Curve.Seed).ModelPath));
        return best;
    }

    /// <summary>What is kept when a training ends before its time, and how to go on.</summary>
    /// <param name="request">What is trained.</param>
    /// <param name="command">The command line as it was written.</param>
    public static string Kept(TrainRequest request, string command)
    {
        var kept = request.Seeds.Where(seed => SeedFolder.Of(request, seed).HasCheckpoint).ToList();
        if (kept.Count == 0)
            return "cancelled before the first round was done: nothing is kept";
        if (request.What.IsPartlyElsewhere)
            return $"cancelled: the best models of seed {string.Join(", ", kept)} are kept in '{request.Folder}'; with a reward shaper in the cluster a training cannot go on";
        var resume = request.Resumes ? command : $"{command} --resume";
        return $"cancelled: the last whole round of seed {string.Join(", ", kept)} is kept in '{request.Folder}'; go on with: {resume}";
    }
}
