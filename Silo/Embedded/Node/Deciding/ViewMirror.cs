using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Silo.Embedded.Node.Deciding;

/// <summary>
/// Which sites changed since a copy of the view was brought up to date, so that a thread with a copy is told what it lacks and no more. A node has no jobs on their way: reports
/// are all that a view of it has. Used on the node's loop only.
/// </summary>
internal sealed class ViewMirror : IStatusListener
{
    private readonly FleetView _view;
    private readonly bool[] _isChanged;
    private readonly List<int> _changed = [];

    /// <summary>Follows a view; everything is new to the copy.</summary>
    /// <param name="view">The node's view.</param>
    public ViewMirror(FleetView view)
    {
        (_view, _isChanged) = (view, new bool[view.Sites.Length]);
        Forget();
        view.Subscribe(this);
    }

    /// <inheritdoc/>
    public void StatusChanged(int site)
    {
        if (_isChanged[site])
            return;
        _isChanged[site] = true;
        _changed.Add(site);
    }

    /// <summary>What the copy lacks; it is then told.</summary>
    public SiteStatus[] Take()
    {
        var statuses = new SiteStatus[_changed.Count];
        for (var i = 0; i < statuses.Length; i++)
            statuses[i] = _view.Sites[_changed[i]];
        Array.Clear(_isChanged);
        _changed.Clear();
        return statuses;
    }

    /// <summary>There is another copy, which knows nothing.</summary>
    public void Forget()
    {
        for (var site = 0; site < _isChanged.Length; site++)
            StatusChanged(site);
    }

    /// <summary>Follows the view again, after it forgot its listeners.</summary>
    public void Subscribe()
    {
        Forget();
        _view.Subscribe(this);
    }

    /// <summary>Follows the view no more.</summary>
    public void Unsubscribe() => _view.Unsubscribe(this);
}
