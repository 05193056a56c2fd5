using ControlPlane.Core.Tests.Planning.MixedInteger;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Children;

namespace ControlPlane.Core.Tests.Solvers;

/// <summary>A host lives through whatever its child does. The children here are shell scripts.</summary>
public sealed class ChildSolverTests
{
    private static readonly MixedIntegerProgram Program = RandomMixedPrograms.Packing(seed: 1, items: 30, knapsacks: 3);

    [Theory]
    [InlineData("exit 7", "ended with exit code 7 and without an answer.")]
    [InlineData("exec 1>&-; sleep 60", "ended with exit code 137 and without an answer.")]
    [InlineData("echo 'cannot open libfoo' >&2; exit 1", "ended with exit code 1 and without an answer: cannot open libfoo")]
    [InlineData("cat >/dev/null & echo 'Welcome to the solver'; sleep 60", "broke the protocol: it said something that is no answer.")]
    [InlineData("printf 'PLIM\\004\\377\\000\\000\\000abc'", "broke the protocol: it ended within an answer.")]
    [InlineData("printf 'PLIM\\004\\005\\000\\000\\000abcde'", "broke the protocol: it said something that cannot be read.")]
    public async Task A_child_that_ends_or_talks_nonsense_is_reported(string script, string expected)
    {
        if (OperatingSystem.IsWindows()) return;
        var solution = await Solve(script, TimeSpan.FromSeconds(60));
        Assert.Equal(MixedIntegerStatus.Failed, solution.Status);
        Assert.Contains(expected, solution.Message);
    }

    [Fact]
    public async Task A_child_that_hangs_is_killed()
    {
        if (OperatingSystem.IsWindows()) return;
        var solution = await Solve("sleep 600", TimeSpan.FromMilliseconds(100));
        Assert.Equal(MixedIntegerStatus.Failed, solution.Status);
        Assert.Contains("did not stop within 0.2 s after the time limit was reached, and was killed", solution.Message);
    }

    [Fact]
    public async Task A_cancelled_child_that_does_not_listen_is_killed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var source = new CancellationTokenSource();
        var solution = await Solve("sleep 600", TimeSpan.FromSeconds(60), _ => source.Cancel(), source.Token);
        Assert.Contains("after it was cancelled, and was killed", solution.Message);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_reported()
    {
        var solver = new ChildSolver("none", new ChildCommand("/nowhere/at/all", []), ChildSettings.Default);
        var solution = await solver.SolveAsync(Program, new MixedIntegerOptions());
        Assert.Equal(MixedIntegerStatus.Failed, solution.Status);
        Assert.StartsWith("none could not be started: ", solution.Message, StringComparison.Ordinal);
    }

    private static Task<MixedIntegerSolution> Solve(string script, TimeSpan limit, Action<int>? started = null, CancellationToken cancellationToken = default)
    {
        var settings = new ChildSettings { Grace = TimeSpan.FromMilliseconds(200), Started = started };
        var solver = new ChildSolver("shell", new ChildCommand("/bin/sh", ["-c", script]), settings);
        return solver.SolveAsync(Program, new MixedIntegerOptions { TimeLimit = limit }, progress: null, cancellationToken);
    }
}
