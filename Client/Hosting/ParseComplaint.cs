using System.CommandLine;
using System.CommandLine.Parsing;

namespace ControlPlane.Client.Hosting;

/// <summary>Says in one line what is wrong with a command line and where to look.</summary>
internal static class ParseComplaint
{
    /// <summary>The first thing that is wrong.</summary>
    /// <param name="result">A parse result.</param>
    /// <returns>Null when nothing is.</returns>
    public static string? Of(ParseResult result)
    {
        // An unknown word before a command that there is: the parser goes on with the command.
        var root = result.RootCommandResult.Command;
        if (result.Tokens is [{ Type: TokenType.Argument } first, ..] && result.UnmatchedTokens.Contains(first.Value) && result.CommandResult.Command != root)
            return $"{Unmatched(root, first.Value)} (see '{CommandPath.Of(root)} --help')";
        return Complain(result) is { } complaint ? $"{complaint} (see '{CommandPath.Of(result.CommandResult.Command)} --help')" : null;
    }

    private static string? Complain(ParseResult result)
    {
        var command = result.CommandResult.Command;
        // The parser takes an unknown option for a positional argument while there is room for one.
        var taken = command.Arguments.SelectMany(a => result.GetResult(a)?.Tokens ?? []).Select(t => t.Value).FirstOrDefault(t => t.StartsWith("--", StringComparison.Ordinal));
        if (taken is not null)
            return Unmatched(command, taken);
        if (result.Errors.Count == 0)
            return null;
        if (result.UnmatchedTokens.Count > 0)
            return Unmatched(command, result.UnmatchedTokens[0]);
        if (command is { Subcommands.Count: > 0, Action: null })
            return "a command is missing";
        if (command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && result.GetResult(a) is not { Tokens.Count: > 0 }) is { } missing)
            return $"{missing.HelpName ?? missing.Name} is missing";
        if (command.Options.FirstOrDefault(o => o.Required && result.GetResult(o) is null or { Implicit: true }) is { } required)
            return $"{required.Name} is missing";
        return result.Errors[0].SymbolResult is OptionResult { Tokens.Count: 0 } option
            ? $"{option.Option.Name} needs a value"
            : result.Errors[0].Message.TrimEnd('.');
    }

    private static string Unmatched(Command command, string token)
    {
        if (token.StartsWith('-'))
            return $"unknown option '{token}'{Nearest.Hint(token, OptionNames(command))}";
        return command is { Subcommands.Count: > 0, Arguments.Count: 0 }
            ? $"unknown command '{token}'{Nearest.Hint(token, command.Subcommands.Select(c => c.Name))}"
            : $"'{token}' is one argument too many";
    }

    private static IEnumerable<string> OptionNames(Command command) =>
        command.Options.SelectMany(o => o.Aliases.Append(o.Name)).Append("--help");
}
