namespace ControlPlane.Core.Tests.Signals;

/// <summary>A theory over real files beside the repository; skipped and counted without them.</summary>
internal sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (Repository.SharedData is null)
            Skip = "There is no folder ../shared/data.";
    }
}
