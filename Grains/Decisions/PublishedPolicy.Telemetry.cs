using ControlPlane.Fleet.Sites;

namespace ControlPlane.Grains.Decisions;

/// <content>What completed runs took and drew, which some policies correct their tables by.</content>
public sealed partial class PublishedPolicy
{
    private readonly double[] _heardS;

    /// <summary>Runs of a site are done. Those that it was told of before, and those that can tell nothing of the table, change nothing.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="runs">The runs.</param>
    public void Completed(int site, ReadOnlySpan<FinishedRun> runs)
    {
        var latestS = _heardS[site];
        foreach (ref readonly var run in runs)
        {
            if (!(run.EndS > _heardS[site]))
                continue;
            latestS = Math.Max(latestS, run.EndS);
            if (run.IsTelling(_model.Tables[site]))
                Completed(site, run.ToRun(), run.EndS);
        }

        _heardS[site] = latestS;
    }

    private void Completed(int site, in Run run, double endS)
    {
        _policy.Completed(run, site, endS);
        _canary?.Policy.Completed(run, site, endS);
        _shadow?.Completed(run, site, endS, _view.NowS);
    }
}
