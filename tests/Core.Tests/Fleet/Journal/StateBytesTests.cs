using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Journal;

public sealed class StateBytesTests
{
    [Fact]
    public void Whatever_is_written_is_read_again_to_the_last_bit()
    {
        var random = new RandomStream(1, "state/round-trip");
        for (var left = TestScale.Pick(2_000, 50_000); left > 0; left--)
        {
            var length = random.NextBelow(60);
            var script = new StateScript(random, length);
            Assert.Equal(length, script.Read(script.Write()));
        }
    }

    [Theory]
    [InlineData(0, "00")]
    [InlineData(-1, "01")]
    [InlineData(63, "7E")]
    [InlineData(64, "8001")]
    [InlineData(long.MaxValue, "FEFFFFFFFFFFFFFFFF01")]
    [InlineData(long.MinValue, "FFFFFFFFFFFFFFFFFF01")]
    public void Numbers_are_zigzag_varints(long value, string expected) => Assert.Equal(expected, Hex(w => w.Number(value)));

    [Fact]
    public void The_other_kinds_have_the_form_that_is_documented()
    {
        Assert.Equal("FFFFFFFF07", Hex(w => w.Count(int.MaxValue)));
        Assert.Equal("000000000000F0BF", Hex(w => w.Real(-1)));
        Assert.Equal("0100", Hex(w => { w.Flag(true); w.Flag(false); }));
        Assert.Equal("03E282AC", Hex(w => w.Text("€")));
        Assert.Equal("020708", Hex(w => w.Bytes([7, 8])));
    }

    [Fact]
    public void State_that_is_cut_at_any_byte_is_refused()
    {
        var random = new RandomStream(2, "state/cut");
        var script = new StateScript(random, 200);
        var whole = script.Write();
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => script.Read(whole.AsSpan(0, length)));
        Assert.Throws<InvalidDataException>(() => script.Read([.. whole, 0]));
    }

    [Fact]
    public void Damaged_state_is_refused_or_read_as_something_else_and_never_reserves_more_than_it_is_long()
    {
        var random = new RandomStream(3, "state/damage");
        var mutator = new ByteMutator(random);
        var (refused, read) = (0, 0);
        for (var left = TestScale.Pick(20_000, 500_000); left > 0; left--)
        {
            var script = new StateScript(random, 1 + random.NextBelow(30));
            var damaged = mutator.Mutate(script.Write());
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                script.Read(damaged);
                read++;
            }
            catch (InvalidDataException)
            {
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 + 100L * damaged.Length);
        }

        Assert.True(refused > 1000 && read > 1000, $"{refused} refused, {read} read");
    }

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFFFF02", "a number of more than 64 bits at byte 0")]
    [InlineData("8080808080808080808001", "a number of more than 64 bits at byte 0")]
    public void Number_of_more_than_64_bits_is_refused(string hex, string expected) => Refused(hex, expected, (ref r) => r.Number());

    [Fact]
    public void Values_outside_their_kind_are_refused_with_their_place()
    {
        Refused("8080808008", "a count of 2147483648 at byte 0", (ref r) => r.Count());
        Refused("8080808010", "2147483648 where 32 bits are expected at byte 0", (ref r) => r.Index());
        Refused("02", "2 where 0 or 1 is expected at byte 0", (ref r) => r.Flag());
        Refused("00000000000000F07F", "where a finite number is expected at byte 1", (ref r) => { r.Byte(); r.Finite(); });
        Refused("01FF", "a text that is not UTF-8 at byte 0", (ref r) => r.Text());
        Refused("05AABB", "5 bytes expected, 2 there, at byte 1", (ref r) => r.Bytes());
        Refused("0300000000", "3 elements where there is no room for them at byte 0", (ref r) => r.CountOf(2));
        Refused("00", "1 bytes more than expected at byte 0", (ref r) => r.RequireEnd());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(255)]
    public void Version_that_this_build_does_not_know_is_refused(byte version)
    {
        var error = Assert.Throws<InvalidDataException>(() => new StateReader([version]).Version("The state of a thing", 2));
        Assert.Equal($"The state of a thing has version {version}; this build knows 1 to 2.", error.Message);
    }

    [Fact]
    public void Negative_count_cannot_be_written() => Assert.Throws<ArgumentOutOfRangeException>(() => new StateWriter().Count(-1));

    [Fact]
    public void Cleared_writer_begins_anew()
    {
        var writer = new StateWriter();
        writer.Text("before");
        writer.Clear();
        writer.Byte(7);
        Assert.Equal([7], writer.Written.ToArray());
    }

    private static void Refused(string hex, string expected, Reading read)
    {
        var error = Assert.Throws<InvalidDataException>(() =>
        {
            var reader = new StateReader(Convert.FromHexString(hex));
            read(ref reader);
        });
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static string Hex(Action<StateWriter> write)
    {
        var writer = new StateWriter();
        write(writer);
        return Convert.ToHexString(writer.Written.Span);
    }

    private delegate void Reading(ref StateReader reader);
}
