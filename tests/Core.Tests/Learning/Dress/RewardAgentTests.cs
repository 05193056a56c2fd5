using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping.Dress;

namespace ControlPlane.Core.Tests.Learning.Dress;

public sealed class RewardAgentTests
{
    private static readonly DressSettings Settings = new(2) { Latent = 8, Hidden = 16, Critic = 32, CriticBlocks = 1, Batch = 64, ActorRate = 2e-3, CriticRate = 3e-3 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Proposes_what_is_best_where_the_reward_does_depend_on_the_proposal(long seed)
    {
        // The best proposal is 0.5 under the one condition and -0.5 under the other. With exp(-(r - best)² / α) for a policy, α = 0.02 leaves a deviation of 0.1.
        var settings = Settings with { Temperature = 0.02, TemperatureRate = 0, Seed = seed };
        var agent = new RewardAgent<float>(settings, ManagedBackend.Create<float>());
        var (batch, world, proposals) = (new TransitionBatch<float>(settings.Layout, settings.Batch), new RandomStream(seed, "world"), new float[settings.Batch]);
        batch.Weights.AsSpan().Fill(1);
        for (var i = 0; i < TestScale.Pick(3_000, 10_000); i++)
        {
            Show(batch.States);
            for (var row = 0; row < settings.Batch; row++)
            {
                batch.ActionNumbers[row, 0] = (float)(2 * world.NextUniform() - 1);
                batch.Rewards[row] = -MathF.Pow(batch.ActionNumbers[row, 0] - Best(row), 2);
            }

            agent.Train(batch);
        }

        Show(batch.States);
        agent.Propose(batch.States, proposals);
        foreach (var side in new[] { 0, 1 })
        {
            var errors = proposals.Where((_, row) => row % 2 == side).Select((proposal, i) => (double)proposal - Best(side)).ToArray();
            Assert.Equal(0, errors.Average(), 0.12);
            Assert.InRange(Math.Sqrt(errors.Average(error => error * error)), 0.03, 0.25);
        }

        static float Best(int row) => row % 2 == 0 ? 0.5f : -0.5f;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_it_learns_is_not_identified_as_nothing_that_happens_depends_on_the_proposal(long seed)
    {
        var chain = new SparseChain(seed);
        chain.Train(TestScale.Pick(2_500, 40_000));
        var (overProposals, overConditions) = chain.Spreads();
        Assert.InRange(overProposals / overConditions, 0, 0.06);
    }

    [Fact]
    public void The_same_measure_shows_a_proposal_that_does_have_an_effect()
    {
        var chain = new SparseChain(1, effect: 1);
        chain.Train(TestScale.Pick(2_500, 20_000));
        var (overProposals, overConditions) = chain.Spreads();
        Assert.InRange(overProposals / overConditions, 0.3, 10);
    }

    [Fact]
    public void Every_row_has_a_proposal_of_its_own()
    {
        var (one, other, third) = (Proposals(0, 0), Proposals(0, 0), Proposals(5, 1));
        Assert.Equal(one, other);
        Assert.Equal(Settings.Batch, one.Distinct().Count());
        Assert.Equal([5], Enumerable.Range(0, Settings.Batch).Where(row => one[row] != third[row]));

        static float[] Proposals(int changed, float value)
        {
            var agent = new RewardAgent<float>(Settings, ManagedBackend.Create<float>());
            var (conditions, proposals) = (new Matrix<float>(Settings.Batch, 2), new float[Settings.Batch]);
            conditions[changed, 0] = value;
            agent.Propose(conditions, proposals);
            return proposals;
        }
    }

    [Fact]
    public void Temperature_brings_the_entropy_to_its_target()
    {
        var agent = new RewardAgent<float>(Settings with { TemperatureRate = 1e-2, Temperature = 0.2, Seed = 2 }, ManagedBackend.Create<float>());
        var (batch, entropy) = (new TransitionBatch<float>(Settings.Layout, Settings.Batch), 0.0);
        Show(batch.States);
        for (var row = 0; row < Settings.Batch; row++)
            (batch.Weights[row], batch.ActionNumbers[row, 0], batch.Rewards[row]) = (1, (row % 16 - 7.5f) / 8, -MathF.Pow((row % 16 - 7.5f) / 8, 2));
        for (var i = 0; i < 3_000; i++)
            entropy += agent.Train(batch).Entropy * (i >= 2_000 ? 1e-3 : 0);
        Assert.Equal(-1, entropy, 0.15);
    }

    [Fact]
    public void Training_that_is_resumed_equals_training_that_was_not_interrupted_to_the_bit() =>
        ResumeCheck.Assert(seed => new SparseChain(seed), chain => chain.Train(40));

    [Fact]
    public void Training_and_proposing_allocate_nothing_once_they_run()
    {
        var agent = new RewardAgent<float>(Settings, ManagedBackend.Create<float>());
        var (batch, proposals) = (new TransitionBatch<float>(Settings.Layout, Settings.Batch), new float[Settings.Batch]);
        float[] condition = [1, 0];
        Run(60);
        Assert.Equal(0, Allocations.Least(() => Run(20)));

        void Run(int times)
        {
            for (var i = 0; i < times; i++)
            {
                agent.Train(batch);
                agent.Propose(batch.States, proposals);
                agent.Propose(condition);
            }
        }
    }

    private static void Show(Matrix<float> conditions)
    {
        for (var row = 0; row < conditions.Rows; row++)
            (conditions[row, 0], conditions[row, 1]) = (row % 2, 1 - row % 2);
    }
}
