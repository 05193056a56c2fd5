using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Energy;

namespace ControlPlane.Policies.Dispatch.Live;

/// <summary>
/// Asks the dispatcher of a site and checks its answer: one that throws, is late, is no number or asks for what the site cannot do is replaced by an idle battery, and the
/// slot says why. The answer is a decision in any case.
/// </summary>
/// <param name="site">Site index.</param>
/// <param name="spec">The energy side of the site.</param>
/// <param name="mostLoadKw">The most that its computers use, kW.</param>
/// <param name="settings">How to decide.</param>
/// <param name="time">The clock.</param>
public sealed class SiteDispatcher(int site, SiteEnergySpec spec, double mostLoadKw, DispatchSettings settings, TimeProvider time)
{
    private const double HourS = 3_600;
    private readonly string _name = spec.Battery is null && spec.Generator is null ? "none" : settings.Policy;
    private IDispatchPolicy? _policy;
    private Task<SiteSetPoint>? _asked;

    /// <summary>Decides for a slot.</summary>
    /// <param name="question">The slot.</param>
    /// <returns>The decision; that of the fall-back where there is no other. It never fails.</returns>
    public async Task<SlotDecision> Decide(DispatchQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (Conditions(question.FromS, question.ToS - question.FromS, out var unknown) is not { } conditions)
            return SlotDecision.None with { Reason = unknown };
        if (_asked is { IsCompleted: false })
            return Replaced(conditions, "it is still busy with an earlier slot");
        try
        {
            var view = View(question, conditions);
            _asked = Task.Run(() => (_policy ??= settings.Create(_name, spec)).Dispatch(view));
            var setPoint = GeneratorRule.With(await _asked.WaitAsync(settings.Budget, time), spec.Generator, spec.Grid, view.Now.NetKw, conditions.Tariff);
            return SlotRules.Complain(spec, setPoint) is { } complaint
                ? Replaced(conditions, complaint)
                : new SlotDecision(setPoint, SlotSource.Policy, _name, conditions);
        }
        catch (TimeoutException)
        {
            return Replaced(conditions, $"it took more than {settings.Budget.TotalSeconds:0.###} s");
        }
        catch (Exception failure)
        {
            // What it kept in itself may be anything now.
            _policy = null;
            return Replaced(conditions, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private SlotDecision Replaced(SiteConditions conditions, string why) => new(default, SlotSource.Fallback, $"{_name} was replaced: {why}", conditions);

    private SiteConditions? Conditions(double fromS, double lengthS, out string unknown)
    {
        unknown = "prices and weather are not known";
        try
        {
            if (settings.Signals.At(site, DateTimeOffset.UnixEpoch.AddSeconds(fromS), TimeSpan.FromSeconds(lengthS)) is not { } conditions)
                return null;
            if (SlotRules.Complain(spec, mostLoadKw, conditions) is not { } complaint)
                return conditions;
            unknown = complaint;
        }
        catch (Exception failure)
        {
            unknown = $"prices and weather cannot be read: {failure.Message}";
        }

        return null;
    }

    private DispatchView View(DispatchQuestion question, SiteConditions conditions) => new()
    {
        Battery = question.Battery,
        Grid = spec.Grid,
        Now = Slot(question.LoadKw, conditions, (question.ToS - question.FromS) / HourS),
        Forecast = Forecast(question),
    };

    // The load stays as it is; prices and weather are those of the signals, up to the first that is not known.
    private List<StorageSlot> Forecast(DispatchQuestion question)
    {
        List<StorageSlot> forecast = [];
        for (var hour = 0; hour < settings.ForecastHours && Conditions(question.ToS + hour * HourS, HourS, out _) is { } conditions; hour++)
            forecast.Add(Slot(question.LoadKw, conditions, 1));
        return forecast;
    }

    private StorageSlot Slot(double loadKw, SiteConditions conditions, double hours)
    {
        var demand = spec.Demand(loadKw, conditions);
        return new StorageSlot(spec.NetKw(demand), conditions.Tariff, hours);
    }
}
