using System.CommandLine;

namespace ControlPlane.Silo.Hosting;

/// <summary>Inputs that belong together, under one heading of the help.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Inputs">The inputs, in the order of help.</param>
internal sealed record InputGroup(string Title, IReadOnlyList<IInput> Inputs)
{
    /// <summary>Refuses what was given but is nothing to a carrier: it would be ignored in silence.</summary>
    /// <param name="groups">All inputs.</param>
    /// <param name="carrier">The carrier that was chosen.</param>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">Names the input and the carrier that knows it.</exception>
    public static void RefuseForeign(IEnumerable<InputGroup> groups, string carrier, ParseResult result)
    {
        foreach (var input in groups.SelectMany(g => g.Inputs).Where(i => i.OnlyFor is { } owner && owner != carrier))
        {
            if (input.GivenAs(result) is { } name)
                throw new InputException($"{name} is for --carrier {input.OnlyFor}, and this is --carrier {carrier}: leave it out, or choose that carrier");
        }
    }
}
