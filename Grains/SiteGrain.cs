using System.Collections.Immutable;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;
using ControlPlane.Policies.Dispatch.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ControlPlane.Grains;

/// <summary>
/// Hosts the <see cref="EnergyStand"/> of a site, battery included: what a battery did follows from the slot that is settled, and two grains would need two writes for each.
/// It looks at the time, asks the site's data centre what its meters show when a slot ends, and its dispatcher what to do with the next one.
/// </summary>
public sealed class SiteGrain : RegionalGrain<EnergyStand>, ISiteGrain
{
    private SiteDispatcher? _dispatcher;
    private bool _isLooking;
    private bool _isFailing;
    private int _index;

    private IDataCenterGrain DataCentre => GrainFactory.GetGrain<IDataCenterGrain>(GrainKeys.Site(Region.Name, Name));

    private EnergyOptions Energy => ServiceProvider.GetRequiredService<IOptions<EnergyOptions>>().Value;

    /// <inheritdoc/>
    public async Task<SiteEnergyViewRecord> Show()
    {
        var site = await DataCentre.Show();
        return (await Perform(stand => stand.Desk.Show(Name, site.Status.PowerW / 1000))).ToWire();
    }

    /// <inheritdoc/>
    public async Task<SlotPageRecord> Slots(long before, int most) => (await Perform(stand => stand.Desk.Slots(Name, before, most))).ToWire();

    /// <inheritdoc/>
    public Task<BatteryChangeReply> Override(BatteryOrderRecord order, string actor)
    {
        var asked = order.ToFleet();
        return Change((stand, moment) => stand.Order(asked, actor, moment));
    }

    /// <inheritdoc/>
    public Task<BatteryChangeReply> Release(long? expectedVersion, string actor) => Change((stand, moment) => stand.Release(expectedVersion, actor, moment));

    /// <inheritdoc/>
    public Task<ImmutableArray<EventRecord>> Events(long after, int most) => Perform(stand => stand.Events(after, most).ToWire());

    /// <inheritdoc/>
    protected override EnergyStand Create()
    {
        var model = Region.Model;
        _index = model.Sites.ToList().FindIndex(s => s.Name == Name);
        if (_index < 0 || model.Sites[_index].Energy is null)
            throw new InvalidOperationException($"The region '{Region.Name}' has no data centre '{Name}' with an energy side.");
        return new EnergyStand(_index, model, Energy.Desk, Log, Options.EventsKept);
    }

    /// <inheritdoc/>
    protected override Task OnLoaded(EnergyStand entity, CancellationToken cancellationToken)
    {
        var site = Region.Model.Sites[_index];
        _dispatcher = new SiteDispatcher(_index, site.Energy!, SiteEnergyDesk.MostLoadKw(site), Energy.Dispatch, ServiceProvider.GetRequiredService<TimeProvider>());
        this.RegisterGrainTimer(_ => Look(), new GrainTimerCreationOptions(TimeSpan.Zero, Options.LookEvery) { Interleave = true });
        return Task.CompletedTask;
    }

    // One at a time: the next look finds what this one has left.
    private async Task Look()
    {
        if (_isLooking)
            return;
        _isLooking = true;
        try
        {
            await Pass();
            _isFailing = false;
        }
        catch (Exception error)
        {
            // The data centre or the storage is away; slots wait.
            if (!_isFailing)
                ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger<SiteGrain>().LogWarning(error, "{Grain} cannot settle its slot.", this.GetGrainId());
            _isFailing = true;
        }
        finally
        {
            _isLooking = false;
        }
    }

    private async Task Pass()
    {
        var atS = Moment(0).AtS;
        if (!await Perform(stand => stand.Desk.IsDue(atS) || stand.Desk.Question(_index, 0) is not null))
            return;
        var site = await DataCentre.Show();
        var question = await Perform(stand =>
        {
            stand.Pass(Moment(site.EnergyJ));
            return stand.Desk.Question(_index, site.Status.PowerW / 1000);
        });
        if (question is null)
            return;
        var decision = await _dispatcher!.Decide(question);
        await Perform(stand => stand.Decide(question.Slot, decision, Moment(site.EnergyJ)));
    }

    private async Task<BatteryChangeReply> Change(Func<EnergyStand, EnergyMoment, bool?> change)
    {
        await Wake();
        var site = await DataCentre.Show();
        try
        {
            return await Perform(stand =>
            {
                var hasChanged = change(stand, Moment(site.EnergyJ));
                return new BatteryChangeReply(hasChanged == true, stand.Desk.ShowBattery(Name)?.ToWire());
            });
        }
        catch (ControlException refusal)
        {
            throw Refusals.Of(refusal);
        }
    }

    // Slots are those of the wall clock, whatever the speed of the region's.
    private EnergyMoment Moment(double readingJ)
    {
        var nowS = NowS;
        return new EnergyMoment((Region.Clock.At(nowS) - DateTimeOffset.UnixEpoch).TotalSeconds, nowS, readingJ);
    }
}
