using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Decisions;

/// <summary>Hears of runs as they end with their job done. It must be quick and must not throw.</summary>
public interface IRunWatcher
{
    /// <summary>A run is complete, and the view has its site's report of it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="site">Site index.</param>
    void Completed(in FinishedRun run, int site);
}
