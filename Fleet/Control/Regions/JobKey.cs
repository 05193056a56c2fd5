using System.Globalization;

namespace ControlPlane.Fleet.Control.Regions;

/// <summary>Where a job is in the list of all jobs of a region: by the time of its submission, then by number.</summary>
/// <param name="SubmittedS">When it was accepted, seconds.</param>
/// <param name="Number">Its number.</param>
public readonly record struct JobKey(double SubmittedS, long Number) : IComparable<JobKey>
{
    /// <summary>Greater than all others.</summary>
    public static readonly JobKey End = new(double.PositiveInfinity, long.MaxValue);

    /// <summary>The key of a job.</summary>
    /// <param name="job">The job.</param>
    public static JobKey Of(RegionJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new JobKey(job.SubmittedS, job.Number);
    }

    /// <summary>Reads a key as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    /// <returns>False when it is none.</returns>
    public static bool TryParse(string text, out JobKey key)
    {
        ArgumentNullException.ThrowIfNull(text);
        key = default;
        var parts = text.Split('_');
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var bits) || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        key = new JobKey(BitConverter.Int64BitsToDouble(bits), number);
        return double.IsFinite(key.SubmittedS);
    }

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(JobKey one, JobKey other) => one.CompareTo(other) < 0;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(JobKey one, JobKey other) => one.CompareTo(other) > 0;

    /// <summary>Whether one comes before another or is it.</summary>
    public static bool operator <=(JobKey one, JobKey other) => one.CompareTo(other) <= 0;

    /// <summary>Whether one comes after another or is it.</summary>
    public static bool operator >=(JobKey one, JobKey other) => one.CompareTo(other) >= 0;

    /// <inheritdoc/>
    public int CompareTo(JobKey other) => (SubmittedS, Number).CompareTo((other.SubmittedS, other.Number));

    // Times are not below 0, so that the bits are a whole number without a sign: exact, and nothing to escape in an address.
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{BitConverter.DoubleToInt64Bits(SubmittedS)}_{Number}");
}
