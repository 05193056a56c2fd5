using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Core.Tests.Training;

/// <summary>Training of both presets, in small.</summary>
public sealed class TrainingSessionTests
{
    private static readonly TrainingPlan Plan = new(PaperFleet.Independent)
    {
        Worlds = 2,
        HorizonS = 3 * 3600,
        Rounds = 3,
        HeldOut = new HeldOutPlan { BudgetsS = [1000], Loads = [1], HorizonS = 3600 },
    };

    [Theory]
    [InlineData("priced:width=8,memory=2000")]
    [InlineData("paper:width=16,batch=32,memory=2000")]
    public void A_session_that_is_kept_between_rounds_goes_on_to_the_bit(string learner)
    {
        var (whole, kept, read) = (Session(learner), Session(learner), Session(learner));
        for (var round = 0; round < 3; round++)
            whole.Next();
        kept.Next();
        using var file = new MemoryStream();
        Checkpoint.Write(file, "training", kept);
        file.Position = 0;
        Checkpoint.Read(file, "training", read);
        Assert.Equal(1, read.Round);
        read.Next();
        var last = read.Next();
        Assert.True(last.Updates > 100 && read.IsDone);
        Assert.Equal(Bytes(whole), Bytes(read));
    }

    [Fact]
    public void Seeds_learn_different_weights_and_the_same_seed_the_same()
    {
        var (first, again, other) = (Session("priced:width=8,memory=2000"), Session("priced:width=8,memory=2000"), Session("priced:width=8,memory=2000", 2));
        foreach (var session in new[] { first, again, other })
            session.Next();
        Assert.Equal(Bytes(first), Bytes(again));
        Assert.NotEqual(Bytes(first), Bytes(other));
    }

    [Fact]
    public void Looks_find_the_best_model_and_patience_ends_training()
    {
        var session = new TrainingSession(Plan with { Rounds = 50, RoundsPerLook = 1, Patience = 1, HorizonS = 1800 }, Learner("priced:width=8,memory=2000", 1));
        var rounds = new List<TrainingRound>();
        while (!session.IsDone)
            rounds.Add(session.Next());
        Assert.True(session.EndedEarly && rounds.Count < 50);
        Assert.True(rounds[0].IsBest && !rounds[^1].IsBest);
        Assert.Equal(rounds.Where(r => r.IsBest).Min(r => r.HeldOut!.Value.Score), rounds.Min(r => r.HeldOut!.Value.Score));
    }

    [Fact]
    public void Multipliers_of_the_paper_rise_while_jobs_take_too_long_and_fall_when_there_is_room()
    {
        Assert.True(PriceOfTime(budgetS: 400) > 0.1);
        Assert.Equal(0, PriceOfTime(budgetS: 20_000));

        static double PriceOfTime(double budgetS)
        {
            var learner = Learner($"paper:width=8,batch=16,memory=2000,budget={budgetS}", 1);
            new TrainingSession(Plan, learner).Next();
            var figures = new double[learner.FigureNames.Count];
            learner.WriteFigures(figures);
            return figures[4];
        }
    }

    private static TrainingSession Session(string learner, long seed = 1) => new(Plan with { Seed = seed }, Learner(learner, seed));

    private static IPlacementLearner Learner(string text, long seed) =>
        LearnerCatalog.Create(PolicySpec.Parse(text, LearnerCatalog.All), PaperFleet.Independent.Fleet, seed);

    private static byte[] Bytes(TrainingSession session)
    {
        using var file = new MemoryStream();
        Checkpoint.Write(file, "training", session);
        return file.ToArray();
    }
}
