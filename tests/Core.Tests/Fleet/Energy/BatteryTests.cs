using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Energy;

public sealed class BatteryTests
{
    private static readonly BatterySpec Spec = new(100, 40, 50);

    [Fact]
    public void Charging_stores_what_the_efficiency_leaves()
    {
        var battery = new Battery(Spec, 0.5);
        var flow = battery.Dispatch(20, 0.5);
        Assert.Equal(59.5, battery.StoredKwh, 12);
        Assert.Equal((10, 0, false), (flow.ChargedKwh, flow.DischargedKwh, flow.IsCut));
        Assert.Equal(0.5, flow.LostKwh, 12);
        Assert.Equal(9.5 * 0.021, flow.WearUsd, 12);
    }

    [Fact]
    public void Discharging_draws_more_than_it_gives()
    {
        var battery = new Battery(Spec, 0.5);
        var flow = battery.Dispatch(-19, 1);
        Assert.Equal(30, battery.StoredKwh, 12);
        Assert.Equal((0, 19, false), (flow.ChargedKwh, flow.DischargedKwh, flow.IsCut));
        Assert.Equal(1, flow.LostKwh, 12);
        Assert.Equal(20 * 0.021, flow.WearUsd, 12);
    }

    [Theory]
    [InlineData(1000, 0.9)]
    [InlineData(-1000, 0.1)]
    public void It_stops_at_its_limits_however_long_it_is_asked(double setPointKw, double soc)
    {
        var battery = new Battery(Spec, 0.5);
        var flow = battery.Dispatch(setPointKw, 100);
        Assert.Equal(soc, battery.Soc, 12);
        Assert.True(flow.IsCut);
        Assert.Equal(setPointKw > 0 ? 40 / 0.95 : 0, flow.ChargedKwh, 9);
        Assert.Equal(setPointKw > 0 ? 0 : 40 * 0.95, flow.DischargedKwh, 9);
    }

    [Fact]
    public void Self_discharge_follows_its_closed_form()
    {
        var battery = new Battery(Spec with { SelfDischargePerH = 0.01 }, 0.5);
        battery.Dispatch(0, 10);
        Assert.Equal(50 * Math.Exp(-0.1), battery.StoredKwh, 12);
        battery = new Battery(Spec with { SelfDischargePerH = 0.01 }, 0.5);
        battery.Dispatch(10, 2);
        Assert.Equal(50 * Math.Exp(-0.02) + 9.5 * (1 - Math.Exp(-0.02)) / 0.01, battery.StoredKwh, 12);
    }

    [Fact]
    public void A_full_battery_takes_only_what_it_loses()
    {
        var battery = new Battery(Spec with { SelfDischargePerH = 0.01 }, 0.9);
        var flow = battery.Dispatch(40, 3);
        Assert.Equal(90, battery.StoredKwh, 12);
        Assert.Equal(3 * 0.9 / 0.95, flow.ChargedKwh, 12);
        Assert.Equal(flow.ChargedKwh, flow.LostKwh, 12);
    }

    [Fact]
    public void A_full_battery_that_gets_less_than_it_loses_does_not_stay_full()
    {
        var battery = new Battery(Spec with { SelfDischargePerH = 0.01 }, 0.9);
        Assert.Equal(0.3, battery.Dispatch(0.1, 3).ChargedKwh, 12);
        Assert.True(battery.StoredKwh < 90);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(0.002)]
    [InlineData(0.3)]
    public void An_hour_at_once_and_twelve_times_five_minutes_come_to_the_same(double selfDischargePerH)
    {
        var random = new RandomStream(5, $"battery/{selfDischargePerH}");
        var spec = Spec with { SelfDischargePerH = selfDischargePerH };
        var (coarse, fine) = (new Battery(spec, 0.4), new Battery(spec, 0.4));
        for (var hour = 0; hour < 2_000; hour++)
        {
            var setPointKw = (random.NextUniform() - 0.5) * 140;
            var once = coarse.Dispatch(setPointKw, 1);
            var (charged, discharged, wear) = (0.0, 0.0, 0.0);
            for (var slot = 0; slot < 12; slot++)
            {
                var flow = fine.Dispatch(setPointKw, 1.0 / 12);
                (charged, discharged, wear) = (charged + flow.ChargedKwh, discharged + flow.DischargedKwh, wear + flow.WearUsd);
            }

            Assert.Equal(coarse.StoredKwh, fine.StoredKwh, 1e-7);
            Assert.Equal(once.ChargedKwh, charged, 1e-7);
            Assert.Equal(once.DischargedKwh, discharged, 1e-7);
            Assert.Equal(once.WearUsd, wear, 1e-7);
        }
    }

    [Fact]
    public void The_room_that_it_tells_is_just_what_it_can_do()
    {
        var random = new RandomStream(5, "room");
        for (var i = 0; i < 2_000; i++)
        {
            var spec = new BatterySpec(100, 400, 500) { SelfDischargePerH = random.NextUniform() < 0.5 ? 0 : 0.2 };
            var soc = 0.1 + 0.8 * random.NextUniform();
            var hours = 0.05 + random.NextUniform();
            var battery = new Battery(spec, soc);
            var roomKw = battery.ChargeRoomKw(hours);
            battery.Dispatch(roomKw, hours);
            Assert.True(roomKw == 400 || Math.Abs(battery.Soc - 0.9) < 1e-9, $"{roomKw} kW lead to {battery.Soc}");
            battery = new Battery(spec, soc);
            roomKw = battery.DischargeRoomKw(hours);
            battery.Dispatch(-roomKw, hours);
            Assert.True(roomKw == 500 || (roomKw == 0 && battery.Soc <= 0.1) || Math.Abs(battery.Soc - 0.1) < 1e-9, $"{roomKw} kW lead to {battery.Soc}");
        }
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, -1)]
    public void What_is_no_number_is_refused_and_changes_nothing(double setPointKw, double hours)
    {
        var battery = new Battery(Spec, 0.5);
        Assert.Throws<ArgumentException>(() => battery.Dispatch(setPointKw, hours));
        Assert.Equal(50, battery.StoredKwh);
    }

    [Fact]
    public void A_data_sheet_that_cannot_be_is_refused_by_the_name_of_its_field()
    {
        (BatterySpec Wrong, string Field)[] cases =
        [
            (Spec with { CapacityKwh = 0 }, "capacityKwh"), (Spec with { MaxChargeKw = -1 }, "maxChargeKw"), (Spec with { MaxDischargeKw = double.NaN }, "maxDischargeKw"),
            (Spec with { ChargeEfficiency = 1.1 }, "chargeEfficiency"), (Spec with { DischargeEfficiency = 0 }, "dischargeEfficiency"), (Spec with { MinSoc = 0.95 }, "minSoc"),
            (Spec with { SelfDischargePerH = -1 }, "selfDischargePerH"), (Spec with { WearUsdPerKwh = double.PositiveInfinity }, "wearUsdPerKwh"),
        ];
        foreach (var (wrong, field) in cases)
            Assert.StartsWith(field, Assert.Throws<ArgumentException>(() => new Battery(wrong, 0.5)).Message, StringComparison.Ordinal);
        Assert.Contains("soc", Assert.Throws<ArgumentException>(() => new Battery(Spec, 0.95)).Message, StringComparison.Ordinal);
    }
}
