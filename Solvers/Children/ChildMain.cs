using System.Diagnostics;
using System.Runtime.InteropServices;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Native;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers.Children;

/// <summary>The child's side: loads one library, solves one programme, ends. Whatever goes wrong in native code ends it and nothing else.</summary>
internal static class ChildMain
{
    public const string SolveVerb = "solve";
    public const string ProbeVerb = "probe";
    public const int NotFound = 3;

    private static readonly Lock Gate = new();

    /// <summary>Prints name and place of the first library that can be used.</summary>
    public static int Probe(string engine, IEnumerable<string> libraries)
    {
        using var output = StandardOutput.Take(_ => { });
        if (NativeEngines.Load(engine, libraries, out var location) is not { } native) return NotFound;
        using var writer = new StreamWriter(output);
        writer.Write($"{native.Name}\n{location}\n");
        return 0;
    }

    /// <summary>Reads a programme, solves it, writes progress and the answer.</summary>
    public static async Task<int> SolveAsync(string engine, string library)
    {
        INativeEngine? native = null;
        var output = StandardOutput.Take(line => native?.Logged(line));
        var input = Console.OpenStandardInput();

        // Ctrl-C in a terminal reaches children too; it is the host's to say what it means.
        using var interrupts = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        if (await Frames.ReadAsync(input).ConfigureAwait(false) is not { Kind: FrameKind.Program } frame) return 2;
        native = NativeEngines.Load(engine, [library], out _);
        if (native is null)
        {
            Send(output, FrameKind.Solution, Codec.Encode(RawSolution.Failed($"{library} cannot be loaded")));
            return NotFound;
        }

        Obey(input, native);
        var program = Codec.Program(frame.Content);
        var solution = native.Solve(program, progress => Send(output, FrameKind.Progress, Codec.Encode(progress)));
        if (solution.Status == MixedIntegerStatus.Unbounded) solution = Confirm(native, program);
        Send(output, FrameKind.Solution, Codec.Encode(solution));
        return 0;
    }

    // A relaxation without limit says nothing of the programme until there is a point, which a solve without costs finds out.
    private static RawSolution Confirm(INativeEngine native, FlatProgram program)
    {
        var any = native.Solve(program with { Costs = new double[program.ColumnCount], Start = [] }, _ => { });
        return any.Status switch
        {
            MixedIntegerStatus.Optimal or MixedIntegerStatus.Feasible => new RawSolution { Status = MixedIntegerStatus.Unbounded },
            MixedIntegerStatus.Infeasible => any,
            _ => new RawSolution { Status = MixedIntegerStatus.NoSolution, Message = "The objective of the relaxation falls without limit, and no point was found." },
        };
    }

    /// <summary>Passes the host's wish to stop on, and ends when the host has gone or the library cannot stop.</summary>
    private static void Obey(Stream input, INativeEngine native)
    {
        var thread = new Thread(() =>
        {
            while (Frames.ReadAsync(input).GetAwaiter().GetResult() is { } wish)
            {
                if (!native.TryStop() && wish.Kind == FrameKind.Cancel) break;
            }

            // The host is gone or waits no longer: nobody wants an answer.
            using var self = Process.GetCurrentProcess();
            self.Kill();
        })
        { IsBackground = true, Name = "host" };
        thread.Start();
    }

    private static void Send(Stream output, FrameKind kind, byte[] content)
    {
        lock (Gate) Frames.Write(output, kind, content);
    }
}
