using ControlPlane.Planning.Linear;

namespace ControlPlane.Core.Tests.Planning.Linear;

public class SimplexAgainstEnumerationTests
{
    public static TheoryData<string, SimplexOptions> Settings => new()
    {
        { "automatic", SimplexOptions.Default },
        { "primal", SimplexOptions.Default with { Method = SimplexMethod.Primal } },
        { "unscaled, refactored at each pivot", SimplexOptions.Default with { Scale = false, RefactorInterval = 1 } },
        { "perturbed at once", SimplexOptions.Default with { StallIterations = 1 } },
        { "primal, perturbed at once", SimplexOptions.Default with { StallIterations = 1, Method = SimplexMethod.Primal } },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_tiny_programme_ends_as_exhaustive_enumeration_says(string name, SimplexOptions options)
    {
        var solver = new SimplexSolver(options);
        var seen = new Dictionary<LinearStatus, int>();
        for (int seed = 0; seed < 700; seed++)
        {
            LinearProgram program = RandomPrograms.Tiny(seed);
            (LinearStatus expected, double objective) = VertexOracle.Solve(program);
            LinearSolution solution = solver.Solve(program);

            Assert.True(expected == solution.Status, $"{name}, seed {seed}: expected {expected}, was {solution.Status}");
            seen[expected] = seen.GetValueOrDefault(expected) + 1;
            if (expected == LinearStatus.Optimal)
            {
                Assert.True(Math.Abs(objective - solution.Objective) <= 1e-6 * (1 + Math.Abs(objective)), $"{name}, seed {seed}: {objective} against {solution.Objective}");
                Assert.True(OptimalityCheck.Of(program, solution).IsOptimal(1e-7), $"{name}, seed {seed}: {OptimalityCheck.Of(program, solution)}");
            }
            else if (expected == LinearStatus.Infeasible)
            {
                Assert.True(FarkasCheck.Proves(program, solution.FarkasRay), $"{name}, seed {seed}: the ray proves nothing");
            }
        }

        Assert.All(new[] { LinearStatus.Optimal, LinearStatus.Infeasible, LinearStatus.Unbounded }, status => Assert.True(seen[status] > 60, $"{status}: {seen[status]}"));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Larger_programmes_meet_the_optimality_conditions(string name, SimplexOptions options)
    {
        var solver = new SimplexSolver(options);
        for (int seed = 0; seed < 30; seed++)
        {
            LinearProgram program = RandomPrograms.Feasible(seed, rows: 10 + 3 * seed, columns: 15 + 7 * seed, entriesPerColumn: 2 + seed % 5);
            LinearSolution solution = solver.Solve(program);

            Assert.True(solution.Status == LinearStatus.Optimal, $"{name}, seed {seed}: {solution.Status} after {solution.Iterations}");
            OptimalityReport report = OptimalityCheck.Of(program, solution);
            Assert.True(report.IsOptimal(1e-6), $"{name}, seed {seed}: {report}");
        }
    }
}
