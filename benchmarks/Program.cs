using BenchmarkDotNet.Running;
using ControlPlane.Benchmarks;
using ControlPlane.Benchmarks.Bars;
using ControlPlane.Benchmarks.Learning;
using ControlPlane.Benchmarks.Learning.SideBySide;
using ControlPlane.Benchmarks.Micro;
using ControlPlane.Benchmarks.Published;

const string Usage = """
    benchmarks bars [--json]                            every speed bar of the event loop in one run, about a minute
    benchmarks learning [--json]                        matrix products, updates, decisions and the sampler of the learner, one core
    benchmarks learning --side-by-side                  the same updates in PyTorch, in turns on the same core, about two minutes
               [--python PATH] [--json]
    benchmarks published DIR [--days N] [--rounds N]    side by side with the published Python simulator in DIR
               [--python PATH] [--json]
    benchmarks grains decisions [--json]                decision latency through the policy workers of a live region
    benchmarks node journal [--data DIR | --connection STRING]   durable submissions through a node's journal
               [--seconds S] [--callers N] [--live N] [--json]
    benchmarks node load [--help]                       durable submissions over HTTP to a node that is a process of its own
    benchmarks --filter '*'                             BenchmarkDotNet; --list flat names the benchmarks
    """;

try
{
    return args switch
    {
        ["bars", .. var rest] => BarsCommand.Run(rest),
        ["learning", SideBySideCommand.Option, .. var rest] => SideBySideCommand.Run(rest),
        ["learning", .. var rest] => LearningCommand.Run(rest),
        ["published", var directory, .. var rest] => PublishedCommand.Run(directory, rest),
        ["grains", .. var rest] => GrainsCommand.Run(rest),
        ["node", .. var rest] => NodeCommand.Run(rest),
        [ChildRun.Verb, .. var rest] => ChildRun.Serve(rest),
        [] or ["--help"] or ["published"] => Explain(),
        _ => Micro(args),
    };
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

static int Explain()
{
    Console.WriteLine(Usage);
    return 0;
}

static int Micro(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(GrainsCommand).Assembly).Run(args, new MicroConfig());
    return 0;
}
