using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Decisions;

/// <summary>
/// What a placement policy may know at the moment it decides: the model, the last report of each site (fresh or stale, as the carrier
/// delivers it) and what its own side has sent but not yet seen arrive.
/// </summary>
public sealed class FleetView
{
    private readonly SiteStatus[] _sites;
    private readonly int[] _inTransit;
    private readonly EnergyRate[] _rates;
    private readonly List<IStatusListener> _listeners = [];

    /// <summary>Makes the view of an empty fleet.</summary>
    /// <param name="model">The fleet.</param>
    public FleetView(FleetModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        _sites = new SiteStatus[model.SiteCount];
        _inTransit = new int[model.SiteCount];
        _rates = new EnergyRate[model.SiteCount];
        Array.Fill(_rates, EnergyRate.Unknown);
        for (var i = 0; i < _sites.Length; i++)
            _sites[i] = new DataCenter(i, model.Sites[i], model.Tables[i]).Status(0);
    }

    /// <summary>What does not change.</summary>
    public FleetModel Model { get; }

    /// <summary>Present time in seconds.</summary>
    public double NowS { get; private set; }

    /// <summary>The last report of each site, by site index.</summary>
    public ReadOnlySpan<SiteStatus> Sites => _sites;

    /// <summary>Jobs on their way to each site, by site index.</summary>
    public ReadOnlySpan<int> InTransit => _inTransit;

    /// <summary>What energy costs and emits at each site now, by site index; <see cref="EnergyRate.Unknown"/> where nobody has told.</summary>
    public ReadOnlySpan<EnergyRate> Rates => _rates;

    /// <summary>Told about a listener that throws, with the site; the exception then goes no further. Where there is none it reaches whoever reports.</summary>
    public Action<int, Exception>? ListenerFailed { get; set; }

    /// <summary>Moves the present.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public void SetTime(double nowS) => NowS = nowS;

    /// <summary>A site's report arrives.</summary>
    /// <param name="status">The report.</param>
    public void Report(in SiteStatus status)
    {
        _sites[status.Site] = status;
        Notify(status.Site);
    }

    /// <summary>Energy has another price at a site from now on.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="rate">What it costs and emits.</param>
    public void SetRate(int site, in EnergyRate rate) => _rates[site] = rate;

    /// <summary>A job leaves for a site.</summary>
    /// <param name="site">Site index.</param>
    public void Sent(int site)
    {
        _inTransit[site]++;
        Notify(site);
    }

    /// <summary>A job reaches a site. Its report follows.</summary>
    /// <param name="site">Site index.</param>
    public void Arrived(int site)
    {
        _inTransit[site]--;
        Notify(site);
    }

    /// <summary>Lets a policy keep an index over the sites up to date.</summary>
    /// <param name="listener">Told about every change.</param>
    public void Subscribe(IStatusListener listener) => _listeners.Add(listener);

    /// <summary>Forgets a listener.</summary>
    /// <param name="listener">The listener; one that is not there changes nothing.</param>
    public void Unsubscribe(IStatusListener listener) => _listeners.Remove(listener);

    /// <summary>Forgets all listeners: the policy that they belonged to decides no more.</summary>
    public void Unsubscribe() => _listeners.Clear();

    private void Notify(int site)
    {
        for (var i = 0; i < _listeners.Count; i++)
        {
            try
            {
                _listeners[i].StatusChanged(site);
            }
            catch (Exception error) when (ListenerFailed is not null)
            {
                ListenerFailed(site, error);
            }
        }
    }
}
