using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports.Html;

/// <summary>Keeps links inside the folder of a report: a report never points elsewhere and never runs a script from a link.</summary>
internal static class RelativeLink
{
    /// <summary>The path, percent-encoded and escaped for an attribute.</summary>
    /// <exception cref="ArgumentException">It is empty, absolute, has a scheme or leaves the folder.</exception>
    public static string Check(string relativePath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(relativePath);
        var parts = relativePath.Split('/');
        if (relativePath.AsSpan().ContainsAny(':', '\\') || parts.Any(p => p is "" or "." or ".."))
            throw new ArgumentException($"'{relativePath}' is not a plain relative path such as 'jobs.csv' or 'data/jobs.csv'.", nameof(relativePath));
        return Markup.Escape(string.Join('/', parts.Select(Uri.EscapeDataString)));
    }
}
