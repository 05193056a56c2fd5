using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Shaping;

namespace ControlPlane.Grains.Tests.Shaping;

/// <summary>What a shaper begins with when what was kept is damaged.</summary>
public sealed class KeptShaperTests
{
    private static readonly RewardShaperOptions Options = new();
    private static readonly ShaperVersions Kept = TwoVersions();

    [Fact]
    public void It_goes_on_from_the_newest_version_that_can_be_read()
    {
        var (training, status) = Begin(Kept with { Versions = Kept.Versions.SetItem(1, Damaged(Kept.Versions[1])) });
        Assert.StartsWith("with version 1; version 2: the checkpoint is corrupt", status.Began, StringComparison.Ordinal);
        Assert.Equal((5L, 40L), (status.Steps, status.Labelled));
        Assert.Equal(3, training.Make("").Version.Card.Version);
    }

    [Fact]
    public void It_begins_anew_where_none_can_and_says_so_and_numbers_go_on()
    {
        var (training, status) = Begin(Kept with { Versions = [.. Kept.Versions.Select(Damaged)], Labels = Kept.Labels[..50] });
        Assert.Matches("^with nothing; version 2: .* corrupt.*; version 1: .* corrupt.*; labels: .* truncated", status.Began);
        Assert.Equal((0L, 0L, 0L), (status.Steps, status.Labelled, status.Stream));
        Assert.Equal(3, training.Make("").Version.Card.Version);
    }

    [Fact]
    public void Versions_are_bounded_in_number_and_bytes_and_the_newest_stays()
    {
        var (training, _) = Begin(Kept);
        var made = training.Make("");
        var bytes = made.Labels.Length + 2L * made.Version.Learned.Length;
        Assert.Equal([3], Numbers(new() { MostVersions = 1 }));
        Assert.Equal([2, 3], Numbers(new() { MostBytes = bytes }));
        Assert.Equal([3], Numbers(new() { MostBytes = bytes - 1 }));
        Assert.Throws<InvalidOperationException>(() => Numbers(new() { MostBytes = made.Labels.Length }));

        int[] Numbers(RewardShaperOptions options) => [.. Kept.With(made, options).Versions.Select(v => v.Card.Version)];
    }

    private static ShaperVersions TwoVersions()
    {
        var (training, _) = Begin(new());
        training.Follow(new ToldLearner(null!, 1).Next(40));
        var kept = new ShaperVersions();
        for (var version = 0; version < 2; version++)
        {
            for (var step = 0; step < 5; step++)
                training.Step();
            kept = kept.With(training.Make(""), Options);
        }

        return kept;
    }

    private static (ShaperTraining Training, ShaperStatusRecord Status) Begin(ShaperVersions kept)
    {
        var training = new ShaperTraining(ToldLearner.Settings, Options, new ScoringDesk(ToldLearner.Settings), TimeProvider.System);
        training.Begin(kept);
        return (training, training.Show());
    }

    private static ShaperVersion Damaged(ShaperVersion version)
    {
        byte[] bytes = [.. version.Learned];
        bytes[bytes.Length / 2] ^= 1;
        return version with { Learned = bytes };
    }
}
