using ControlPlane.Solvers;
using ControlPlane.Solvers.Children;

// What a host starts: "solve ENGINE LIBRARY" and "probe ENGINE LIBRARY...". Started by a person it lists what there is.
return args switch
{
    [ChildMain.SolveVerb, var engine, var library] => await ChildMain.SolveAsync(engine, library).ConfigureAwait(false),
    [ChildMain.ProbeVerb, var engine, .. var libraries] => ChildMain.Probe(engine, libraries),
    [] => await ListAsync().ConfigureAwait(false),
    _ => Usage(),
};

static async Task<int> ListAsync()
{
    foreach (var finding in await new SolverCatalog().DescribeAsync().ConfigureAwait(false)) Console.WriteLine(finding);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("Without arguments: lists the solvers that are there. Programs that solve start it by themselves.");
    return 2;
}
