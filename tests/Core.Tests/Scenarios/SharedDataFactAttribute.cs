namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>A test on a real file of the shared data folder; counted as skipped where the file is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file)
    {
        if (Repository.SharedData is not { } folder || !File.Exists(Path.Combine(folder, file)))
            Skip = $"There is no file ../shared/data/{file}.";
    }
}
