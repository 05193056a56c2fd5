using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ControlPlane.Client.Inputs;

/// <summary>The argument that names a version of a policy.</summary>
internal static class VersionInput
{
    /// <summary>Makes the argument.</summary>
    /// <param name="listing">The command that lists versions.</param>
    public static Argument<int> Argument(string listing) => new("VERSION") { Description = $"Its number ('{listing}').", CustomParser = result => Read(result) ?? 0 };

    /// <summary>Makes the argument for commands that may do without.</summary>
    /// <param name="listing">The command that lists versions.</param>
    public static Argument<int?> Optional(string listing) =>
        new("VERSION") { Description = $"Its number ('{listing}').", Arity = ArgumentArity.ZeroOrOne, CustomParser = result => result.Tokens.Count == 0 ? null : Read(result) };

    private static int? Read(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, null, out var number) && number > 0)
            return number;
        result.AddError($"VERSION must be a whole number from 1, not '{result.Tokens[0].Value}'");
        return null;
    }
}
