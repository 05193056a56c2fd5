using ControlPlane.Silo.Hosting;
using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Host.Tests.Http;

public sealed class KeyRingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("controlplane-keys-").FullName;

    private string File => Path.Combine(_folder, "keys.json");

    [Fact]
    public void A_key_that_another_process_made_or_ended_counts_without_a_restart()
    {
        var (here, there) = (Ring(), Ring());
        var (key, secret) = there.Add("a", Role.Viewer);
        Assert.True(here.Check(secret).IsValid);
        there.End(key.Id, TimeSpan.Zero);
        Assert.False(here.Check(secret).IsValid);
        Assert.Equal(key.Id, here.Check(secret).Key?.Id);
    }

    [Fact]
    public void A_file_that_was_damaged_leaves_the_keys_as_they_were_and_ends_a_start()
    {
        var ring = Ring();
        var (_, secret) = ring.Add("a", Role.Viewer);
        System.IO.File.WriteAllText(File, "{\"format\":1,\"keys\":[{}]}");
        Assert.True(ring.Check(secret).IsValid);
        var failure = Assert.Throws<InputException>(Ring);
        Assert.DoesNotContain(_folder, failure.Message);
    }

    [Fact]
    public void Many_writers_lose_no_key()
    {
        Parallel.For(0, 4, _ =>
        {
            var ring = Ring();
            for (var i = 0; i < 10; i++)
                ring.Add("k", Role.Viewer);
        });
        Assert.Equal(40, Ring().All.Count);
    }

    [Fact]
    public void The_file_is_for_its_owner_only()
    {
        Ring().Add("a", Role.Admin);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cp_")]
    [InlineData("cp_\u00e9AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_cannot_be_a_key_is_none(string secret) => Assert.Equal(new KeyCheck(Key: null, IsValid: false), Ring().Check(secret));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private KeyRing Ring() => new(File, TimeProvider.System, TimeSpan.Zero);
}
