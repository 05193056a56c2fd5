using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Hosting;
using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Host.Tests.Http;

public sealed class KeyRingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("controlplane-keys-").FullName;

    private string File => Path.Combine(_folder, "keys.json");

    [Fact]
    public async Task A_key_that_would_never_be_valid_is_refused_and_leaves_the_file_readable()
    {
        using var folder = new Embedded.TemporaryFolder();
        var path = folder.File("keys.json");
        var ring = new KeyRing(path, TimeProvider.System, TimeSpan.Zero);
        await ring.Add("boss", Role.Admin);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ring.Add("late", Role.Viewer, lasts: TimeSpan.FromDays(-1)));
        Assert.Single(new KeyRing(path, TimeProvider.System, TimeSpan.Zero).All);
    }

    [Fact]
    public async Task A_key_that_another_process_made_or_ended_counts_without_a_restart()
    {
        var (here, there) = (Ring(), Ring());
        var (key, secret) = await there.Add("a", Role.Viewer);
        Assert.True(here.Check(secret).IsValid);
        await there.End(key.Id, TimeSpan.Zero);
        Assert.False(here.Check(secret).IsValid);
        Assert.Equal(key.Id, here.Check(secret).Key?.Id);
    }

    [Fact]
    public async Task A_file_that_was_damaged_leaves_the_keys_as_they_were_and_ends_a_start()
    {
        var ring = Ring();
        var (_, secret) = await ring.Add("a", Role.Viewer);
        await System.IO.File.WriteAllTextAsync(File, "{\"format\":3,\"keys\":[{}]}");
        Assert.True(ring.Check(secret).IsValid);
        var failure = Assert.Throws<InputException>(Ring);
        Assert.DoesNotContain(_folder, failure.Message);
    }

    [Fact]
    public async Task Many_writers_lose_no_key()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var ring = Ring();
            for (var i = 0; i < 10; i++)
                await ring.Add("k", Role.Viewer);
        }));
        Assert.Equal(40, Ring().All.Count);
    }

    [Fact]
    public async Task The_file_is_for_its_owner_only()
    {
        await Ring().Add("a", Role.Admin);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    public async Task A_file_that_others_may_read_or_change_is_refused(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        await Ring().Add("a", Role.Admin);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);
        Assert.Contains("chmod 600", Assert.Throws<InputException>(Ring).Message, StringComparison.Ordinal);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Single(Ring().All);
    }

    [Fact]
    public async Task A_key_that_takes_over_is_for_the_same_and_lives_as_long()
    {
        var ring = Ring();
        var (old, secret) = await ring.Add("ci", Role.Submitter, lasts: TimeSpan.FromDays(90), tenant: "lab");
        var (ended, key, next) = (await ring.Rotate(old.Id, TimeSpan.FromHours(1)))!.Value;
        Assert.Equal(("ci", Role.Submitter, "lab"), (key.Name, key.Role, key.Tenant));
        Assert.Equal(TimeSpan.FromDays(90), key.ExpiresAt - key.CreatedAt);
        Assert.True(ended.ExpiresAt < old.ExpiresAt);
        Assert.True(ring.Check(secret).IsValid && ring.Check(next).IsValid);
        await ring.Rotate(key.Id, TimeSpan.Zero);
        Assert.False(ring.Check(next).IsValid);
        await Assert.ThrowsAsync<ControlException>(() => ring.Rotate(key.Id, TimeSpan.Zero));
        Assert.Null(await ring.Rotate("none", TimeSpan.Zero));
    }

    [Theory]
    [InlineData(90)]
    [InlineData(null)]
    public async Task A_rotation_that_is_repeated_makes_a_key_that_lives_as_long_as_the_first(int? days)
    {
        var lasts = days is { } count ? TimeSpan.FromDays(count) : (TimeSpan?)null;
        var (old, _) = await Ring().Add("ci", Role.Submitter, lasts: lasts);
        await Ring().Rotate(old.Id, TimeSpan.FromHours(1));
        var again = (await Ring().Rotate(old.Id, TimeSpan.FromHours(1)))!.Value.Key;
        Assert.Equal(lasts, again.ExpiresAt - again.CreatedAt);
        await Ring().End(again.Id, TimeSpan.FromHours(1));
        var last = (await Ring().Rotate(again.Id, TimeSpan.Zero))!.Value.Key;
        Assert.Equal(lasts, last.ExpiresAt - last.CreatedAt);
    }

    [Fact]
    public async Task A_file_of_another_format_is_refused()
    {
        await System.IO.File.WriteAllTextAsync(File, "{\"format\":2,\"keys\":[]}");
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Contains("not of format 3", Assert.Throws<InputException>(Ring).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_opens_the_folder_to_sync_it_after_the_file_has_its_name()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var watch = new FolderWatch(_folder);
        await Ring().Add("a", Role.Admin);
        Assert.Equal(["named keys.json", "opened"], watch.Seen());
    }

    [Fact]
    public void A_folder_that_cannot_be_synced_is_an_error()
    {
        FolderSync.Flush(_folder);
        if (!OperatingSystem.IsWindows())
            Assert.Throws<IOException>(() => FolderSync.Flush(Path.Combine(_folder, "none")));
    }

    [Fact]
    public async Task Administrators_do_not_all_end_one_after_the_other()
    {
        var ring = Ring();
        var (first, _) = await ring.Add("first", Role.Admin);
        var (second, _) = await ring.Add("second", Role.Admin);
        await ring.End(first.Id, TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<ControlException>(() => ring.End(second.Id, TimeSpan.FromHours(2)));
        Assert.NotNull(await ring.Rotate(second.Id, TimeSpan.Zero));
        Assert.True(ring.HasAdmin);
    }

    [Theory]
    [InlineData(Role.Agent, null, null)]
    [InlineData(Role.Viewer, "east", null)]
    [InlineData(Role.Operator, null, "lab")]
    [InlineData(Role.Agent, "east", "lab")]
    public async Task What_a_role_is_not_bound_to_makes_no_key(Role role, string? site, string? tenant) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Ring().Add("a", role, site, tenant: tenant));

    [Theory]
    [InlineData("")]
    [InlineData("cp_")]
    [InlineData("cp_\u00e9AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_cannot_be_a_key_is_none(string secret) => Assert.Equal(new KeyCheck(Key: null, IsValid: false), Ring().Check(secret));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private KeyRing Ring() => new(File, TimeProvider.System, TimeSpan.Zero);
}
