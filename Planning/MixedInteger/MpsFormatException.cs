namespace ControlPlane.Planning.MixedInteger;

/// <summary>An MPS file cannot be read; the message names the source, the line and what is wrong with it.</summary>
public sealed class MpsFormatException : FormatException
{
    /// <summary>An error without a place.</summary>
    public MpsFormatException()
    {
    }

    /// <summary>An error without a place.</summary>
    public MpsFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An error without a place.</summary>
    public MpsFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal MpsFormatException(string source, int line, string problem)
        : base($"{source}, line {line}: {problem}") => Line = line;

    /// <summary>The line, from 1; 0 where there is none.</summary>
    public int Line { get; }
}
