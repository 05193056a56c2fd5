using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Core.Tests.Learning;

/// <summary>Training that is interrupted, written, read into something else and continued equals training that was not, to the bit.</summary>
internal static class ResumeCheck
{
    private const string Kind = "resumed";

    public static void Assert<TRun>(Func<long, TRun> begin, Action<TRun> train)
        where TRun : ICheckpointed
    {
        var whole = begin(1);
        train(whole);
        var file = Written(whole);
        train(whole);
        var resumed = begin(99);
        Checkpoint.Read(new MemoryStream(file), Kind, resumed);
        train(resumed);
        Xunit.Assert.Equal(Written(whole), Written(resumed));
        Xunit.Assert.NotEqual(file, Written(resumed));
    }

    private static byte[] Written(ICheckpointed state)
    {
        using var stream = new MemoryStream();
        Checkpoint.Write(stream, Kind, state);
        return stream.ToArray();
    }
}
