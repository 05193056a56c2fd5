using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Checkpoints;

public sealed class CheckpointTests
{
    private const string Kind = "training";

    [Fact]
    public void Training_that_is_resumed_equals_training_that_was_not_interrupted_to_the_bit()
    {
        var whole = new TrainingRun(1);
        whole.Train(60);

        var before = new TrainingRun(1);
        before.Train(30);
        var file = Written(before);
        var after = new TrainingRun(seed: 99);
        Checkpoint.Read(new MemoryStream(file), Kind, after);
        after.Train(30);

        Assert.Equal(Written(whole), Written(after));
        Assert.NotEqual(Written(whole), file);
    }

    [Fact]
    public void Truncated_at_any_byte_it_is_refused_as_truncated()
    {
        var file = Written(new RunningState());
        for (var length = 8; length < file.Length; length++)
            Assert.Equal(CheckpointFault.Truncated, Refusal(file[..length]).Fault);
        Assert.Equal("the checkpoint is truncated: 1 of 43 bytes are missing.", Refusal(file[..^1]).Message);
    }

    [Fact]
    public void Any_changed_byte_is_noticed_and_nothing_is_taken_over()
    {
        var file = Written(new RunningState { Number = 5 });
        var random = new RandomStream(1, "mutations");
        for (var i = 0; i < TestScale.Pick(5_000, 100_000); i++)
        {
            var changed = (byte[])file.Clone();
            for (var changes = 1 + random.NextBelow(3); changes > 0; changes--)
                changed[random.NextBelow(file.Length)] ^= (byte)(1 + random.NextBelow(255));
            if (changed.AsSpan().SequenceEqual(file))
                continue;
            var state = new RunningState { Number = 7 };
            Assert.Throws<CheckpointException>(() => Checkpoint.Read(new MemoryStream(changed), Kind, state));
            Assert.Equal(7, state.Number);
        }
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        var file = Written(new RunningState());
        Assert.Equal((CheckpointFault.NotACheckpoint, "this is not a checkpoint: it does not begin as one."), Of(Refusal("PK something else entirely"u8.ToArray())));
        Assert.Equal((CheckpointFault.OlderVersion, "the checkpoint has the older version 0; this program reads version 2."), Of(Refusal(With(file, 8, 0))));
        Assert.Equal((CheckpointFault.NewerVersion, "the checkpoint has the newer version 9; this program reads version 2."), Of(Refusal(With(file, 8, 9))));
        Assert.Equal((CheckpointFault.Corrupt, "the checkpoint is corrupt: its checksum is not that of its bytes."), Of(Refusal(With(file, 40, 200))));
        Assert.Equal((CheckpointFault.Corrupt, "the checkpoint is corrupt: 1 bytes stand behind its end."), Of(Refusal([.. file, 0])));
        var kind = Assert.Throws<CheckpointException>(() => Checkpoint.Read(new MemoryStream(file), "diffusion", new RunningState()));
        Assert.Equal((CheckpointFault.WrongKind, "the checkpoint is of a training, not of a diffusion."), Of(kind));
    }

    [Fact]
    public void Checkpoint_of_another_network_is_refused_and_the_learner_stays_as_it_was()
    {
        var small = new TrainingRun(1);
        small.Train(3);
        var large = new TrainingRun(2, settings => settings with { Encoder = [40] });
        large.Train(3);
        var kept = Written(large);
        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Read(new MemoryStream(Written(small)), Kind, large));
        Assert.Equal(CheckpointFault.WrongShape, error.Fault);
        Assert.Equal("the checkpoint does not fit: 'sac/networks/encoder/0/weights' has 4 x 32 Single where 4 x 40 Single are expected.", error.Message);
        Assert.Equal(kept, Written(large));
    }

    private static (CheckpointFault Fault, string Message) Of(CheckpointException error) => (error.Fault, error.Message);

    private static byte[] With(byte[] file, int at, byte value)
    {
        var changed = (byte[])file.Clone();
        changed[at] = value;
        return changed;
    }

    private static CheckpointException Refusal(byte[] file) =>
        Assert.Throws<CheckpointException>(() => Checkpoint.Read(new MemoryStream(file), Kind, new RunningState()));

    private static byte[] Written(ICheckpointed state)
    {
        using var stream = new MemoryStream();
        Checkpoint.Write(stream, Kind, state);
        return stream.ToArray();
    }

    private sealed class RunningState : ICheckpointed
    {
        private long _number;

        public long Number
        {
            get => _number;
            set => _number = value;
        }

        public void Exchange(StateExchange state) => state.Value("number", ref _number);
    }
}
