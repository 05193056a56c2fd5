using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies.Threads;

/// <summary>Which sites changed since a copy of the view was brought up to date, so that a thread with a copy is told what it lacks and no more. Used by whoever changes the view only.</summary>
public sealed class ViewMirror : IStatusListener
{
    private readonly int[] _inTransit;
    private readonly SiteNews[] _news;
    private readonly bool[] _isChanged;
    private readonly List<int> _changed = [];
    private FleetView _view;

    /// <summary>Follows a view; everything is new to the copy.</summary>
    /// <param name="view">The host's view.</param>
    public ViewMirror(FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _view = view;
        (_inTransit, _news, _isChanged) = (new int[view.Sites.Length], new SiteNews[view.Sites.Length], new bool[view.Sites.Length]);
        Subscribe();
    }

    /// <inheritdoc/>
    public void StatusChanged(int site)
    {
        var (before, now) = (_inTransit[site], _view.InTransit[site]);
        _inTransit[site] = now;
        ref var news = ref _news[site];
        news = now > before ? news with { Sent = news.Sent + now - before }
            : now < before ? news with { Arrived = news.Arrived + before - now }
            : news with { HasReported = true };
        if (_isChanged[site])
            return;
        _isChanged[site] = true;
        _changed.Add(site);
    }

    /// <summary>What the copy lacks; it is then told.</summary>
    public SiteNews[] Take()
    {
        var taken = new SiteNews[_changed.Count];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = _news[_changed[i]] with { Status = _view.Sites[_changed[i]] };
        Clear();
        return taken;
    }

    /// <summary>There is another copy, which knows nothing.</summary>
    public void Forget()
    {
        Clear();
        Array.Clear(_inTransit);
        Renew();
    }

    /// <summary>Follows the view again, after it forgot its listeners.</summary>
    public void Subscribe()
    {
        Renew();
        _view.Subscribe(this);
    }

    /// <summary>Follows another view of the same sites.</summary>
    /// <param name="view">The view.</param>
    public void Move(FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        Unsubscribe();
        _view = view;
        Subscribe();
    }

    /// <summary>Follows the view no more.</summary>
    public void Unsubscribe() => _view.Unsubscribe(this);

    // Every report is told again, and of jobs on their way what is not known.
    private void Renew()
    {
        for (var site = 0; site < _news.Length; site++)
        {
            StatusChanged(site);
            _news[site] = _news[site] with { HasReported = true };
        }
    }

    private void Clear()
    {
        foreach (var site in _changed)
            (_isChanged[site], _news[site]) = (false, default);
        _changed.Clear();
    }
}
