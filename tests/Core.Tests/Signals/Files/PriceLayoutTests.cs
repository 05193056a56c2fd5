using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals;
using static ControlPlane.Core.Tests.Signals.Golden;

namespace ControlPlane.Core.Tests.Signals.Files;

/// <summary>Prices from the layouts of the markets, on days of 23 and 25 hours and below zero.</summary>
public sealed class PriceLayoutTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Sustain_cluster_has_a_spring_day_of_23_hours()
    {
        var file = Read("hpe-prices.csv");
        var price = file.Signal(SignalQuantity.PriceUsdPerKwh);
        Assert.Equal("hpe-prices", file.Layout.Name);
        Assert.Equal((Utc(2023, 3, 12, 8), Utc(2023, 3, 13, 7), Hour), (price.StartUtc, price.EndUtc, price.Step));
        Assert.Equal(23, price.Values.Length);
        Assert.Equal(-0.0605, price.Values[0], 12);
        Assert.Equal(0.1605, price.Values[22], 12);
    }

    [Fact]
    public void Pjm_counts_both_hours_of_autumn_and_leaves_out_what_is_not_current()
    {
        var file = Read("pjm-rt.csv", new() { Zone = "pjm-rto" });
        var price = file.Series.Single();
        Assert.Equal(("pjm-rt", "PJM-RTO", 24), (file.Layout.Name, file.Zone, file.Rows));
        Assert.Equal((Utc(2023, 11, 5, 5), TimeSpan.FromMinutes(5)), (price.StartUtc, price.Step));
        Assert.Equal([.. Enumerable.Range(0, 24).Select(k => (20.25 + k) / 1000)], price.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(-0.023, Read("pjm-rt.csv", new() { Zone = "DOM" }).Series[0].Values[23], 12);
    }

    [Fact]
    public void Pjm_refuses_an_Eastern_time_that_does_not_fit_the_utc_one()
    {
        var text = "datetime_beginning_utc,datetime_beginning_ept,pnode_name,total_lmp_rt\n7/1/2023 4:00:00 AM,7/1/2023 12:00:00 AM,A,1\n7/1/2023 5:00:00 AM,7/1/2023 2:00:00 AM,A,1\n";
        Assert.Contains("test.csv:3: datetime_beginning_ept: must be the Eastern time", Assert.Throws<ScenarioException>(() => Parse(text)).Message);
    }

    [Theory]
    [InlineData("pjm-da-eastern.csv", null, 25, -3)]
    [InlineData("nyiso-autumn.csv", "CAPITL", 25, -2.5)]
    [InlineData("nyiso-autumn.csv", "N.Y.C.", 25, 30)]
    [InlineData("nyiso-spring.csv", "CAPITL", 23, -2.5)]
    public void Eastern_days_of_23_and_25_hours_have_an_hour_each(string name, string? zone, int hours, double first)
    {
        var price = Read(name, new() { Zone = zone }).Series.Single();
        Assert.Equal(first / 1000, price.Values[0], 9);
        Assert.Equal(hours, price.Values.Length);
        for (var k = 1; k < hours; k++)
            Assert.Equal(0.001, price.Values[k] - price.Values[k - 1], 9);
        Assert.Equal(hours == 25 ? Utc(2023, 11, 5, 4) : Utc(2023, 3, 12, 5), price.StartUtc);
    }

    [Fact]
    public void Nyiso_real_time_stands_at_the_end_of_its_interval_and_a_clearing_between_counts_by_time()
    {
        var price = Read("nyiso-realtime.csv").Series.Single();
        Assert.Equal(Utc(2015, 7, 1, 4), price.StartUtc);
        Assert.Equal([0.01, 0.02, 0.04, -0.04], price.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void An_hour_that_spring_leaves_out_is_refused()
    {
        var text = "\"Time Stamp\",\"Name\",\"PTID\",\"LBMP ($/MWHr)\"\n03/12/2023 01:00,A,1,5\n03/12/2023 02:00,A,1,5\n";
        Assert.Contains("test.csv:3: Time Stamp: must be a time that Eastern clocks show", Assert.Throws<ScenarioException>(() => Parse(text)).Message);
    }

    [Fact]
    public void Caiso_is_put_in_order_and_only_the_price_itself_counts()
    {
        var price = Read("caiso.csv").Series.Single();
        Assert.Equal((Utc(2023, 4, 2, 7), 24), (price.StartUtc, price.Values.Length));
        Assert.Equal([.. Enumerable.Range(0, 24).Select(k => (-15 + 2.0 * k) / 1000)], price.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Contains("put in order of time", price.Source.Resampling);
    }

    [Fact]
    public void Aemo_wants_an_exchange_rate_and_stands_at_the_end_of_its_interval()
    {
        Assert.Contains("RRP: AEMO's prices are in AUD", Assert.Throws<ScenarioException>(() => Read("aemo.csv")).Message);
        var file = Read("aemo.csv", new() { UsdPerAud = 0.65 });
        var price = file.Signal(SignalQuantity.PriceUsdPerKwh);
        Assert.Equal((Utc(2023, 9, 30, 14), TimeSpan.FromMinutes(5)), (price.StartUtc, price.Step));
        Assert.Equal(-0.03 * 0.65, price.Values[0], 12);
        Assert.Equal(7_000_500, file.Signal(SignalQuantity.PowerKw).Values[0], 6);
        Assert.Equal("NSW1", file.Zone);
    }

    [Fact]
    public void Of_several_zones_one_must_be_named()
    {
        Assert.Contains("the file holds 2 zones: 'CAPITL', 'N.Y.C.'; say which", Assert.Throws<ScenarioException>(() => Read("nyiso-autumn.csv")).Message);
        Assert.Contains("did you mean 'CAPITL'?", Assert.Throws<ScenarioException>(() => Read("nyiso-autumn.csv", new() { Zone = "CAPITAL" })).Message);
    }

    [Fact]
    public void A_step_that_is_wished_is_made_by_the_stated_rule()
    {
        var price = Read("hpe-prices.csv", new() { Step = TimeSpan.FromMinutes(5) }).Series.Single();
        Assert.Equal(23 * 12, price.Values.Length);
        Assert.Equal(-0.0605, price.Values[11], 12);
        Assert.Contains("held from 01:00:00 to 00:05:00", price.Source.Resampling);
    }
}
