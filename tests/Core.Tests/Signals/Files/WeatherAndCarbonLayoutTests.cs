using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals;
using static ControlPlane.Core.Tests.Signals.Golden;

namespace ControlPlane.Core.Tests.Signals.Files;

/// <summary>Carbon, sun, wind and temperature from their layouts, units converted.</summary>
public sealed class WeatherAndCarbonLayoutTests
{
    [Fact]
    public void Electricity_maps_gives_direct_and_life_cycle_and_holds_a_missing_value()
    {
        var file = Read("electricity-maps.csv");
        Assert.Equal(["carbon direct", "carbon life cycle"], file.Series.Select(s => s.Name));
        Assert.Equal([0.1, 0.11, 0.12, 0.12, 0.14, 0.15], file.Series[0].Values.ToArray(), Near);
        Assert.Equal((1, 0), (file.Series[0].Source.FilledSlots, file.Series[1].Source.FilledSlots));
        Assert.Equal(("DE", "g/kWh to kg/kWh"), (file.Zone, file.Series[0].Source.Resampling));
    }

    [Fact]
    public void Eia_mix_gives_its_mean_intensity() =>
        Assert.Equal([0.3505, 0.3515, 0.3525, 0.3535], Read("eia-mix.csv").Signal(SignalQuantity.CarbonKgPerKwh).Values.ToArray(), Near);

    [Fact]
    public void Watttime_pounds_become_kilograms()
    {
        var file = Read("watttime.json");
        Assert.Equal(900 * 0.45359237 / 1000, file.Series[0].Values[0], 12);
        Assert.Equal(("CAISO_NORTH", 4, TimeSpan.FromMinutes(5)), (file.Zone, file.Rows, file.Series[0].Step));
    }

    [Fact]
    public void Nrel_solar_wants_the_offset_of_its_local_time()
    {
        const string Name = "Actual_38.85_-104.65_2006_UPV_22MW_5_Min.csv";
        Assert.Contains("LocalTime: the times are local", Assert.Throws<ScenarioException>(() => Read(Name)).Message);
        var file = Read(Name, new() { UtcOffset = TimeSpan.FromHours(-7) });
        Assert.Equal(("38.85,-104.65", Utc(2006, 6, 15, 19)), (file.Zone, file.Series[0].StartUtc));
        Assert.Equal(10_500, file.Series[0].Values[0], 9);
    }

    [Fact]
    public void Nsrdb_knows_its_time_zone_and_binds_columns_by_name()
    {
        var file = Read("nsrdb.csv");
        var sun = file.Signal(SignalQuantity.IrradianceWPerM2);
        Assert.Equal(("37.37,-121.9", Utc(2020, 6, 21, 19), TimeSpan.FromMinutes(30)), (file.Zone, sun.StartUtc, sun.Step));
        Assert.Equal(810, sun.At(Utc(2020, 6, 21, 19, 15)), 9);
        Assert.Equal(20.5, file.Signal(SignalQuantity.TemperatureC).Values[0]);
        Assert.Equal(2.5, file.Signal(SignalQuantity.WindMPerS).Values[0]);
    }

    [Fact]
    public void Wind_toolkit_takes_the_wind_at_the_hub()
    {
        var file = Read("wind-toolkit.csv");
        Assert.Equal(("wind-toolkit", "42.5,-97.58"), (file.Layout.Name, file.Zone));
        Assert.Equal([8.5, 9.5, 10.5], file.Signal(SignalQuantity.WindMPerS).Values.ToArray(), Near);
        Assert.Equal(-12, file.Signal(SignalQuantity.TemperatureC).Values[2]);
    }

    [Fact]
    public void Wind_toolkit_may_have_kelvin_and_another_hub()
    {
        const string Text = "SiteID,1,Data Timezone,-7,Longitude,-97,Latitude,42\nYear,Month,Day,Hour,Minute,wind speed at 80m (m/s),air temperature at 2m (K)\n2012,1,1,0,0,5.5,263.15\n2012,1,1,0,5,6.5,264.15\n";
        var file = Parse(Text);
        Assert.Equal((Utc(2012, 1, 1, 7), 5.5), (file.Signal(SignalQuantity.WindMPerS).StartUtc, file.Signal(SignalQuantity.WindMPerS).Values[0]));
        Assert.Equal(-10, file.Signal(SignalQuantity.TemperatureC).Values[0], 9);
    }

    [Fact]
    public void Open_meteo_has_local_times_stated_units_and_radiation_of_the_hour_before()
    {
        var file = Read("open-meteo.json");
        Assert.Equal([10.0, 5, 2, 1], file.Signal(SignalQuantity.WindMPerS).Values.ToArray(), Near);
        Assert.Equal([-1.5, 0.5, 1.5, 2.5], file.Signal(SignalQuantity.TemperatureC).Values.ToArray(), Near);
        Assert.Equal(Utc(2022, 12, 31, 23), file.Signal(SignalQuantity.TemperatureC).StartUtc);
        Assert.Equal(Utc(2022, 12, 31, 22), file.Signal(SignalQuantity.IrradianceWPerM2).StartUtc);
    }

    [Fact]
    public void Open_meteo_refuses_a_unit_that_it_does_not_know() =>
        Assert.Contains(
            "test.json:3: hourly_units.windspeed_10m: must be one of km/h, m/s, mph, kn, not '\"furlong\"'",
            Assert.Throws<ScenarioException>(() => Parse("{\n\"hourly_units\":\n{\"windspeed_10m\":\"furlong\"},\"hourly\":{\"time\":[\"2023-01-01T00:00\",\"2023-01-01T01:00\"],\"windspeed_10m\":[1,2]}}", "test.json")).Message);

    [Fact]
    public void Epw_repeats_its_year_and_knows_when_an_hour_ends()
    {
        var file = Parse(EpwText.Make(hour => (hour % 24, hour % 24 >= 12 ? 500 : 0, 3)), "place.epw");
        var temperature = file.Signal(SignalQuantity.TemperatureC);
        var sun = file.Signal(SignalQuantity.IrradianceWPerM2);
        Assert.Equal(("Test Town", 8760, true), (file.Zone, file.Rows, sun.IsRepeating));
        Assert.Equal(4, temperature.At(Utc(2031, 7, 1, 5 + 8)), 9);
        Assert.Equal((500, 0), (sun.At(Utc(2024, 2, 29, 12 + 8, 30)), sun.At(Utc(2024, 2, 29, 11 + 8, 30))));
    }

    [Fact]
    public void Epw_of_a_place_half_an_hour_off_keeps_its_hours()
    {
        var text = EpwText.Make(hour => (20, hour % 24 == 12 ? 600 : 0, 3)).Replace("-8.0,10", "5.5,10", StringComparison.Ordinal);
        var sun = Parse(text, "place.epw").Signal(SignalQuantity.IrradianceWPerM2);
        Assert.Equal(600, sun.At(Utc(2023, 5, 1, 7)), 9);
        Assert.Equal([0.0, 600], sun.Values.ToArray().Distinct().Order());
    }

    [Fact]
    public void Epw_takes_what_is_missing_for_missing()
    {
        var file = Parse(EpwText.Make(hour => (hour == 100 ? 99.9 : hour, 0, 3), t => t / 200), "place.epw");
        Assert.Equal(1, file.Signal(SignalQuantity.TemperatureC).Source.FilledSlots);
        Assert.Equal(0.5, file.Signal(SignalQuantity.TemperatureC).Values[100], 9);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
