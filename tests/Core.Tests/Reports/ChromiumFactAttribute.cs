namespace ControlPlane.Core.Tests.Reports;

/// <summary>A test that needs a browser: skipped, and counted as skipped, where there is none.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Path is null)
            Skip = "no chromium, chromium-browser or google-chrome on the PATH";
    }
}
