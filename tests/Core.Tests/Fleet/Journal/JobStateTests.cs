using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Journal;

public sealed class JobStateTests
{
    private static readonly Job Plain = new(new JobId(long.MaxValue), 7, 12.5, -3);
    private static readonly WorkItem Item = new(Plain, 12, new Allocation(9, 3), 2, -1e-9, 4, 5, 6);
    private static readonly Run ARun = new(Item, new Allocation(2, 1), 0.5, 300, 10, 16, 5, 41);

    [Fact]
    public void Jobs_and_runs_are_read_as_they_were_written()
    {
        Assert.Equal(Plain, Again(w => w.Write(Plain), (ref r) => r.ReadJob()));
        Assert.Equal(Item, Again(w => w.Write(Item), (ref r) => r.ReadWorkItem()));
        Assert.Equal(ARun, Again(w => w.Write(ARun), (ref r) => r.ReadRun()));
        Assert.Equal(default, Again(w => w.Write(default(Allocation)), (ref r) => r.ReadAllocation()));
    }

    [Fact]
    public void Constraints_of_any_size_and_density_are_read_as_they_were_written()
    {
        var random = new RandomStream(7, "state/constraints");
        foreach (var siteCount in new[] { 0, 1, 7, 8, 9, 63, 64, 65, 128, 1000, 65_536, 65_537 })
        {
            foreach (var density in new[] { 0, 0.001, 0.1, 0.5, 1 })
            {
                var constraint = new SiteSet(siteCount, Enumerable.Range(0, siteCount).Where(_ => random.NextUniform() < density));
                var read = Again(w => w.Write(Plain with { Constraint = constraint }), (ref r) => r.ReadJob()).Constraint;
                Assert.NotNull(read);
                Assert.Equal(siteCount, read.SiteCount);
                Assert.Equal(constraint.Members, read.Members);
            }
        }
    }

    [Fact]
    public void Constraint_takes_about_a_byte_a_member_or_a_bit_a_site_whichever_is_less()
    {
        var without = Length(null);
        Assert.Equal(without + 4, Length(new SiteSet(10_000, [9])));
        Assert.Equal(without + 2 + 1_250, Length(new SiteSet(10_000, Enumerable.Range(1, 9_000))));
    }

    [Theory]
    [InlineData("01" + "8040" + "01" + "8040", "site 8192 of 8192")]
    [InlineData("01" + "818004" + "00", "members of 65537 sites one by one")]
    [InlineData("02" + "04" + "10", "a member beyond the 4 sites")]
    [InlineData("02" + "FFFFFFFF07" + "10", "268435456 bytes expected, 1 there")]
    [InlineData("03", "a placement constraint of kind 3")]
    public void Constraints_that_make_no_sense_are_refused(string hex, string expected)
    {
        var whole = Bytes(w => w.Write(Plain));
        byte[] damaged = [.. whole.AsSpan(0, whole.Length - 1), .. Convert.FromHexString(hex)];
        var error = Assert.Throws<InvalidDataException>(() =>
        {
            var reader = new StateReader(damaged);
            reader.ReadJob();
        });
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_no_job_can_have_are_refused()
    {
        Refused(w => w.Write(Plain with { SizeUnits = 0 }), (ref r) => r.ReadJob());
        Refused(w => w.Write(Plain with { SubmittedS = double.NaN }), (ref r) => r.ReadJob());
        Refused(w => w.Write(Plain with { Priority = 10 }), (ref r) => r.ReadJob());
        Refused(w => w.Write(Plain with { DeadlineS = double.NegativeInfinity }), (ref r) => r.ReadJob());
        Refused(w => w.Write(Item with { RemainingUnits = 12.6 }), (ref r) => r.ReadWorkItem());
        Refused(w => w.Write(Item with { RemainingUnits = -1 }), (ref r) => r.ReadWorkItem());
        Refused(w => w.Write(Item with { SinceS = double.PositiveInfinity }), (ref r) => r.ReadWorkItem());
        Refused(w => w.Write(ARun with { Allocation = default }), (ref r) => r.ReadRun());
        Refused(w => w.Write(ARun with { SecondsPerUnit = 0 }), (ref r) => r.ReadRun());
        Refused(w => w.Write(ARun with { FinishS = 9 }), (ref r) => r.ReadRun());
    }

    private static int Length(SiteSet? constraint) => Bytes(w => w.Write(Plain with { Constraint = constraint })).Length;

    private static T Again<T>(Action<StateWriter> write, Reading<T> read)
    {
        var reader = new StateReader(Bytes(write));
        var value = read(ref reader);
        reader.RequireEnd();
        return value;
    }

    private static void Refused<T>(Action<StateWriter> write, Reading<T> read) => Assert.Throws<InvalidDataException>(() => { Again(write, read); });

    private static byte[] Bytes(Action<StateWriter> write)
    {
        var writer = new StateWriter();
        write(writer);
        return writer.Written.ToArray();
    }

    private delegate T Reading<out T>(ref StateReader reader);
}
