namespace ControlPlane.Fleet.Decisions;

/// <summary>Told whenever what is known of a site changes.</summary>
public interface IStatusListener
{
    /// <summary>The site's report or the number of jobs on their way to it has changed.</summary>
    /// <param name="site">Site index.</param>
    void StatusChanged(int site);
}
