using System.Net;
using ControlPlane.Silo;
using ControlPlane.Silo.Orleans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>The membership table orders all changes: of changes made on the same version one takes effect.</summary>
[Collection(PostgresTests.Name)]
public sealed class MembershipTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private IHost? _host;
    private IMembershipTable _table = null!;

    // The table of a silo that is never started: nobody else changes it.
    public async Task InitializeAsync()
    {
        if (PostgresPrograms.Missing is not null)
            return;
        var settings = new SiloSettings { Storage = StorageKind.Postgres, ConnectionString = await server.CreateDatabase() };
        await PostgresSchema.Prepare(new PostgresConnections(settings.ConnectionString), region: null);
        _host = SiloHost.Build(settings, LogLevel.None);
        _table = _host.Services.GetRequiredService<IMembershipTable>();
        await _table.InitializeMembershipTable(tryInitTableVersion: true);
    }

    public Task DisposeAsync()
    {
        _host?.Dispose();
        return Task.CompletedTask;
    }

    [PostgresFact]
    public async Task A_member_is_added_once_and_moves_the_version()
    {
        var before = await _table.ReadAll();
        var member = Member(1);
        Assert.True(await _table.InsertRow(member, before.Version.Next()));
        Assert.False(await _table.InsertRow(Member(2), before.Version.Next()), "a version that was seen by another change");
        var after = await _table.ReadAll();
        Assert.Equal(before.Version.Version + 1, after.Version.Version);
        Assert.False(await _table.InsertRow(member, after.Version.Next()), "a member that is there");
        Assert.Equal(after.Version, (await _table.ReadAll()).Version);
        var read = (await _table.ReadRow(member.SiloAddress)).Members.Single().Item1;
        Assert.Equal((member.SiloAddress, member.SiloName, member.HostName, member.Status, member.ProxyPort), (read.SiloAddress, read.SiloName, read.HostName, read.Status, read.ProxyPort));
        Assert.Equal((member.StartTime, member.IAmAliveTime), (read.StartTime, read.IAmAliveTime));
    }

    [PostgresFact]
    public async Task A_change_is_whole_or_not_at_all_while_heartbeats_go_on()
    {
        var member = Member(3);
        Assert.True(await _table.InsertRow(member, (await _table.ReadAll()).Version.Next()));
        using var over = new CancellationTokenSource();
        var heart = Task.Run(async () =>
        {
            for (var beat = 0; !over.IsCancellationRequested; beat++)
                await _table.UpdateIAmAlive(Member(3, Start.AddSeconds(beat)));
        });
        for (var i = 0; i < TestScale.Pick(50, 500); i++)
        {
            var version = (await _table.ReadAll()).Version.Next();
            member.SuspectTimes = [];
            member.AddSuspector(SiloAddress.New(IPAddress.Loopback, 9, i + 1), Start);
            var changed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _table.UpdateRow(member, "", version))));
            Assert.Single(changed, true);
            var (read, _) = (await _table.ReadRow(member.SiloAddress)).Members.Single();
            Assert.Equal(i + 1, Assert.Single(read.SuspectTimes!).Item1.Generation);
        }

        await over.CancelAsync();
        await heart;
    }

    [PostgresFact]
    public async Task Old_members_are_cleaned_up_unless_they_are_active()
    {
        var dead = Member(4);
        dead.Status = SiloStatus.Dead;
        var active = Member(5);
        foreach (var member in new[] { dead, active })
            Assert.True(await _table.InsertRow(member, (await _table.ReadAll()).Version.Next()));
        await _table.CleanupDefunctSiloEntries(new DateTimeOffset(Start.AddDays(1)));
        Assert.Empty((await _table.ReadRow(dead.SiloAddress)).Members);
        Assert.Single((await _table.ReadRow(active.SiloAddress)).Members);
    }

    private static MembershipEntry Member(int port, DateTime? alive = null) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Parse("192.0.2.1"), port, 1),
        SiloName = $"silo {port}",
        HostName = "nowhere",
        Status = SiloStatus.Active,
        ProxyPort = 30000,
        StartTime = Start,
        IAmAliveTime = alive ?? Start,
    };
}
