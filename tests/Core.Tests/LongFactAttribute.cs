namespace ControlPlane.Core.Tests;

/// <summary>A test that takes too long for every day; counted as skipped without <c>./test --long</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute(string takes)
    {
        if (!TestScale.IsLong)
            Skip = $"It takes {takes}: ./test --long runs it.";
    }
}
