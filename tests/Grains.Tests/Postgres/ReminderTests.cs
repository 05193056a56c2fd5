
namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>Reminders in PostgreSQL: one a name, found by grain and by range of hashes.</summary>
[Collection(PostgresTests.Name)]
public sealed class ReminderTests(OneSilo silo) : IClassFixture<OneSilo>
{
    private static readonly DateTime Start = new(2126, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly GrainId _grain = GrainId.Create("reminded", Guid.NewGuid().ToString("N"));

    [PostgresFact]
    public async Task Setting_one_again_replaces_it_and_makes_the_old_tag_void()
    {
        var first = await silo.Reminders.UpsertRow(Reminder("wake", TimeSpan.FromMinutes(1)));
        var second = await silo.Reminders.UpsertRow(Reminder("wake", TimeSpan.FromDays(40)));
        Assert.NotEqual(first, second);
        var read = (await silo.Reminders.ReadRow(_grain, "wake"))!;
        Assert.Equal((_grain, "wake", Start, TimeSpan.FromDays(40), second), (read.GrainId, read.ReminderName, read.StartAt, read.Period, read.ETag));
        Assert.False(await silo.Reminders.RemoveRow(_grain, "wake", first!));
        Assert.True(await silo.Reminders.RemoveRow(_grain, "wake", second!));
        Assert.Empty((await silo.Reminders.ReadRows(_grain)).Reminders);
    }

    [PostgresFact]
    public async Task A_range_of_hashes_is_open_below_closed_above_and_may_wrap_around()
    {
        await silo.Reminders.UpsertRow(Reminder("wake", TimeSpan.FromMinutes(1)));
        var hash = _grain.GetUniformHashCode();
        Assert.True(await IsIn(hash - 1, hash));
        Assert.False(await IsIn(hash, hash + 1));
        Assert.True(await IsIn(hash + 5, hash + 1));
        Assert.True(await IsIn(hash + 5, hash));
        Assert.False(await IsIn(hash, hash - 1));
        Assert.True(await IsIn(7, 7), "equal bounds are the whole ring");
    }

    private ReminderEntry Reminder(string name, TimeSpan period) => new() { GrainId = _grain, ReminderName = name, StartAt = Start, Period = period };

    private async Task<bool> IsIn(uint begin, uint end) => (await silo.Reminders.ReadRows(begin, end)).Reminders.Any(r => r.GrainId == _grain);
}
