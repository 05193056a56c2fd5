using ControlPlane.Core.Tests.Planning.MixedInteger;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers;

namespace ControlPlane.Core.Tests.Solvers;

public sealed class SolverCatalogTests
{
    [Fact]
    public async Task Without_any_solver_the_built_in_one_solves()
    {
        var solver = await new SolverCatalog(SolverSearch.Nowhere).GetAsync();
        Assert.Equal("built-in", solver.Name);
        var solution = await solver.SolveAsync(RandomMixedPrograms.Packing(1, 12, 2), new MixedIntegerOptions());
        Assert.Equal(MixedIntegerStatus.Optimal, solution.Status);
    }

    [Fact]
    public async Task A_solver_that_is_missing_is_named_with_what_was_looked_for()
    {
        var search = SolverSearch.Nowhere with { CbcLibraries = ["/nowhere/libCbcSolver.so.3"] };
        var error = await Assert.ThrowsAsync<SolverMissingException>(() => new SolverCatalog(search).GetAsync("cbc"));
        Assert.Equal("The solver cbc: not there; looked for the library /nowhere/libCbcSolver.so.3.", error.Message);
        var unknown = await Assert.ThrowsAsync<SolverMissingException>(() => new SolverCatalog(search).GetAsync("gurobi"));
        Assert.Equal("The solver is 'gurobi'; it must be auto, highs, cbc, highs-program, cbc-program or built-in.", unknown.Message);
    }

    [Fact]
    public async Task A_library_of_another_kind_is_not_taken_for_a_solver()
    {
        if (!OperatingSystem.IsLinux()) return;
        var findings = await new SolverCatalog(SolverSearch.Nowhere with { HighsLibraries = ["libc.so.6"], CbcLibraries = ["libc.so.6"] }).DescribeAsync();
        Assert.Equal(["built-in"], findings.Where(f => f.IsThere).Select(f => f.Name));
        Assert.Equal(SolverCatalog.Names, findings.Select(f => f.Name));
    }

    [CbcFact]
    public async Task What_is_there_tells_its_version_and_place()
    {
        var finding = (await new SolverCatalog().DescribeAsync()).Single(f => f.Name == "cbc");
        Assert.StartsWith("CBC 2.", finding.Solver, StringComparison.Ordinal);
        Assert.Contains("CbcSolver", finding.Location);
    }
}
