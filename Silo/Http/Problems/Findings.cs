namespace ControlPlane.Silo.Http.Problems;

/// <summary>What is wrong with a request, collected, so that its sender can mend everything at once.</summary>
internal sealed class Findings
{
    private const int Most = 50;
    private const int LongestGiven = 80;
    private readonly List<FieldError> _errors = [];

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>Adds one; beyond the first fifty they are left out.</summary>
    /// <param name="where">Where the value stands: body, query, path or header.</param>
    /// <param name="field">Its name.</param>
    /// <param name="given">What was given; null if nothing was.</param>
    /// <param name="allowed">What is allowed.</param>
    public void Add(string where, string field, string? given, string allowed)
    {
        if (_errors.Count < Most)
            _errors.Add(new FieldError(where, field.Length == 0 ? "\"\"" : field, Shortened(given), allowed));
    }

    /// <summary>Refuses the request if anything was found.</summary>
    public void Check()
    {
        if (!IsEmpty)
            throw Refused();
    }

    /// <summary>Refuses the request for one value.</summary>
    /// <param name="where">Where the value stands: body, query, path or header.</param>
    /// <param name="field">Its name.</param>
    /// <param name="given">What was given; null if nothing was.</param>
    /// <param name="allowed">What is allowed.</param>
    public static RefusedException One(string where, string field, string? given, string allowed)
    {
        var findings = new Findings();
        findings.Add(where, field, given, allowed);
        return findings.Refused();
    }

    private RefusedException Refused()
    {
        var first = _errors[0];
        var given = first.Given is null ? "is missing" : $"is {first.Given}";
        var more = _errors.Count > 1 ? $", and {_errors.Count - 1} more" : "";
        return new RefusedException(ApiProblem.Of(400, $"{first.In} {first.Field} {given}; allowed: {first.Allowed}{more}") with { Errors = _errors });
    }

    private static string? Shortened(string? given) =>
        given is null || given.Length <= LongestGiven ? given : string.Concat(given.AsSpan(0, CutAt(given)), "…");

    // Never between the halves of a surrogate pair.
    private static int CutAt(string given) => char.IsHighSurrogate(given[LongestGiven - 1]) ? LongestGiven - 1 : LongestGiven;
}
