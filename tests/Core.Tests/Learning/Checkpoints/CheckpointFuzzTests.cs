using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Core.Tests.Learning.Checkpoints;

/// <summary>R10 for checkpoints: whatever was done to the file, it is read or refused with the reason, and a refusal changes nothing.</summary>
public sealed class CheckpointFuzzTests
{
    private const string Kind = "training";

    // A word of every refusal's message.
    private static readonly Dictionary<CheckpointFault, string> Words = new()
    {
        [CheckpointFault.NotACheckpoint] = "not a checkpoint",
        [CheckpointFault.Truncated] = "truncated",
        [CheckpointFault.Corrupt] = "corrupt",
        [CheckpointFault.OlderVersion] = "older version",
        [CheckpointFault.NewerVersion] = "newer version",
        [CheckpointFault.WrongKind] = "not of a training",
        [CheckpointFault.WrongShape] = "does not fit",
    };

    private readonly TrainingRun _target = new(seed: 2);
    private readonly CheckpointMutator _mutator = new(seed: 1);
    private readonly byte[] _file;

    public CheckpointFuzzTests()
    {
        var run = new TrainingRun(seed: 1);
        run.Train(3);
        _file = Written(run);
    }

    [Fact]
    public void A_damaged_file_is_refused_with_the_reason_and_nothing_is_taken_over()
    {
        var kept = Written(_target);
        var faults = new HashSet<CheckpointFault>();
        for (var i = 0; i < TestScale.Pick(2_000, 100_000); i++)
        {
            var damaged = _mutator.Damage(_file);
            if (damaged.AsSpan().SequenceEqual(_file))
                continue;
            var fault = Refusal(damaged) ?? throw new Xunit.Sdk.XunitException($"damage {i} went unnoticed");
            Assert.NotEqual(CheckpointFault.WrongKind, fault);
            Assert.NotEqual(CheckpointFault.WrongShape, fault);
            faults.Add(fault);
            if (i % 100 == 0)
                Assert.Equal(kept, Written(_target));
        }

        Assert.Equal(kept, Written(_target));
        Assert.Equal(5, faults.Count);
    }

    [Fact]
    public void A_file_that_was_made_wrongly_and_signed_is_read_or_refused_with_the_reason()
    {
        var (faults, accepted) = (new HashSet<CheckpointFault>(), 0);
        var kept = Written(_target);
        for (var i = 0; i < TestScale.Pick(2_000, 100_000); i++)
        {
            if (Refusal(_mutator.SignedDamage(_file)) is not { } fault)
            {
                // Only numbers were changed: that cannot be told from other training.
                accepted++;
                kept = Written(_target);
                Assert.Equal(_file.Length, kept.Length);
                continue;
            }

            faults.Add(fault);
            if (i % 100 == 0)
                Assert.Equal(kept, Written(_target));
        }

        Assert.True(accepted > 0, "no change of numbers alone: the mutator does not reach them");
        Assert.Equal([CheckpointFault.Corrupt, CheckpointFault.WrongKind, CheckpointFault.WrongShape], faults.Order());
    }

    [Fact]
    public void A_signed_file_that_ends_too_early_is_refused()
    {
        // The last piece has 32 bytes.
        for (var missing = 1; missing < 32; missing++)
            Assert.Equal(CheckpointFault.Corrupt, Refusal(CheckpointMutator.Signed(CheckpointMutator.Content(_file)[..^missing])));
        for (var missing = 32; missing < 500; missing++)
            Assert.NotNull(Refusal(CheckpointMutator.Signed(CheckpointMutator.Content(_file)[..^missing])));
    }

    private CheckpointFault? Refusal(byte[] file)
    {
        try
        {
            Checkpoint.Read(new MemoryStream(file), Kind, _target);
            return null;
        }
        catch (CheckpointException error)
        {
            Assert.Contains(Words[error.Fault], error.Message, StringComparison.Ordinal);
            Assert.InRange(error.Message.Length, 20, 400);
            return error.Fault;
        }
    }

    private static byte[] Written(ICheckpointed state)
    {
        using var stream = new MemoryStream();
        Checkpoint.Write(stream, Kind, state);
        return stream.ToArray();
    }
}
