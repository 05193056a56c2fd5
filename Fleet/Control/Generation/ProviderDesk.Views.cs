using ControlPlane.Fleet.Control.Energy;

namespace ControlPlane.Fleet.Control.Generation;

/// <content>What a provider shows.</content>
public sealed partial class ProviderDesk
{
    /// <summary>Grows whenever an operator lets it drain or take work again.</summary>
    public long Version { get; private set; }

    /// <summary>Slots that are over.</summary>
    public long ClosedSlots { get; private set; }

    /// <summary>Those of them for which prices and weather were not known: their energy is in no account.</summary>
    public long BlindSlots { get; private set; }

    /// <summary>State of charge of its site's battery, [0, 1]; 0 without one.</summary>
    public double Soc => _site.Battery?.Soc ?? 0;

    /// <summary>The open slot, if it waits for a decision. The load is that of the slot before: who comes in the open one is not known yet.</summary>
    /// <param name="provider">Index of the provider.</param>
    /// <param name="foundedS">When the first slot began, seconds since 1970 in UTC.</param>
    public DispatchQuestion? Question(int provider, double foundedS)
    {
        if (_decision is not null)
            return null;
        var fromS = foundedS + OpenSlot * _fleet.SlotS;
        return new DispatchQuestion(provider, OpenSlot, fromS, fromS + _fleet.SlotS, _lastLoadKw, _site.Battery?.Copy());
    }

    /// <summary>Shows it: what others may know, and its account. Never its curves.</summary>
    public ProviderView Show()
    {
        var (status, today) = (Status, _today.Money);
        return new ProviderView(
            _spec.Name,
            _spec.Model.Name,
            status.LoadShare,
            status.BacklogShare,
            status.IsDraining,
            ProviderJobs.Of(_ledger.Jobs),
            ProviderMoney.Of(today),
            ProviderMoney.Of(_ledger.Money),
            ClosedSlots,
            BlindSlots,
            Version);
    }
}
