namespace ControlPlane.Host.Tests.Embedded;

/// <summary>The test assembly as a program, for tests that need a process to kill.</summary>
internal static class TestProgram
{
    public static async Task<int> Main(string[] args) => args switch
    {
        [JournalWriter.Verb, var folder, var connection, var callers, var most] => await JournalWriter.Run(folder, connection, callers, most),
        _ => 2,
    };
}
