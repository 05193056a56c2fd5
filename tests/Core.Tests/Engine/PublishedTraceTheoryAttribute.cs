namespace ControlPlane.Core.Tests.Engine;

/// <summary>A theory that needs the published arrivals, which are not part of the repository; skipped and counted without them.</summary>
internal sealed class PublishedTraceTheoryAttribute : TheoryAttribute
{
    public PublishedTraceTheoryAttribute()
    {
        if (!Directory.Exists(Folder))
            Skip = "The published arrival traces are not beside the repository (../shared/data/workload).";
    }

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "workload"));
}
