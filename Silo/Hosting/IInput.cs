using System.CommandLine;

namespace ControlPlane.Silo.Hosting;

/// <summary>One input of the program: an option of the command line, or the environment variable that says the same.</summary>
internal interface IInput
{
    /// <summary>The option.</summary>
    Option Option { get; }

    /// <summary>The variable that says the same.</summary>
    string Variable { get; }

    /// <summary>The only carrier that knows it; null when all do.</summary>
    string? OnlyFor { get; }

    /// <summary>The name under which it was given.</summary>
    /// <param name="result">The command line.</param>
    /// <returns>Null when it was not.</returns>
    string? GivenAs(ParseResult result);
}
