using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads numbers of the command line and complains with the allowed range.</summary>
internal static class Quantity
{
    /// <summary>Makes an option for a number in a range.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="above">Greater than this.</param>
    /// <param name="most">At most this.</param>
    /// <param name="description">Help.</param>
    public static Option<double?> Option(string name, double above, double most, string description) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result => Read(result, name, above, most),
    };

    /// <summary>Makes an option for a number from 0 on.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">At most this.</param>
    /// <param name="description">Help.</param>
    public static Option<double?> FromZero(string name, double most, string description) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (TryNumber(text, out var value) && value >= 0 && value <= most)
                return value;
            result.AddError($"{name} must be a number in [0, {most}], not '{text}'");
            return null;
        },
    };

    /// <summary>Makes an option for a whole number in a range.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    /// <param name="description">Help.</param>
    public static Option<long?> WholeOption(string name, long least, long most, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, null, out var value) && value >= least && value <= most)
                return value;
            result.AddError($"{name} must be a whole number in [{least}, {most}], not '{text}'");
            return null;
        },
    };

    /// <summary>A number of an option.</summary>
    /// <param name="result">The tokens.</param>
    /// <param name="name">Name of the option.</param>
    /// <param name="above">Greater than this.</param>
    /// <param name="most">At most this.</param>
    /// <returns>Null after an error.</returns>
    public static double? Read(ArgumentResult result, string name, double above, double most)
    {
        var text = result.Tokens[0].Value;
        if (TryNumber(text, out var value) && value > above && value <= most)
            return value;
        result.AddError($"{name} must be a number in ({above}, {most}], not '{text}'");
        return null;
    }

    /// <summary>Reads a finite number.</summary>
    /// <param name="text">As written.</param>
    /// <param name="value">The number.</param>
    public static bool TryNumber(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, null, out value) && double.IsFinite(value);
}
