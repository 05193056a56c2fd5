using System.CommandLine;
using ControlPlane.Client.Output;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Client.Planning;

/// <summary>The options that write the joint programme for other solvers.</summary>
internal sealed class ProgrammeFiles
{
    private readonly Option<string?> _mps = new("--mps") { HelpName = "FILE", Description = "Also write the joint programme as free MPS; it minimises cost less earnings." };
    private readonly Option<string?> _lp = new("--lp") { HelpName = "FILE", Description = "Also write it in the LP format of CPLEX." };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_mps, _lp];

    /// <summary>Writes what was asked for, before anything is solved.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="instance">The instance.</param>
    public void Write(ParseResult result, JointInstance instance)
    {
        if (result.GetValue(_mps) is { } mps)
            TextFile.Write(mps, Text(instance, MpsWriter.Write));
        if (result.GetValue(_lp) is { } lp)
            TextFile.Write(lp, Text(instance, LpWriter.Write));
    }

    private static string Text(JointInstance instance, Action<MixedIntegerProgram, TextWriter> write)
    {
        using var text = new StringWriter();
        write(new JointModel(instance).Program, text);
        return text.ToString();
    }
}
