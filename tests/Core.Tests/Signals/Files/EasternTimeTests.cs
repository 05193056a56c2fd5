using static ControlPlane.Core.Tests.Signals.Golden;

namespace ControlPlane.Core.Tests.Signals.Files;

/// <summary>The clock of New York as it is kept here is that of the data base of time zones.</summary>
public sealed class EasternTimeTests
{
    [Fact]
    public void Forty_years_of_hours_agree_with_the_data_base_of_time_zones()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out var zone))
            return;
        for (var year = 1990; year < 2030; year++)
        {
            var hours = new List<string>();
            for (var utc = Utc(year, 1, 1, 6); utc.Year == year && utc.DayOfYear < 360; utc += TimeSpan.FromHours(1))
                hours.Add($"{TimeZoneInfo.ConvertTime(utc, zone):MM/dd/yyyy HH:mm},A,1,0");
            var price = Parse("Time Stamp,Name,PTID,LBMP ($/MWHr)\n" + string.Join('\n', hours)).Series.Single();
            Assert.Equal((Utc(year, 1, 1, 6), hours.Count, 0), (price.StartUtc, price.Values.Length, price.Source.FilledSlots));
        }
    }
}
