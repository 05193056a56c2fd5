namespace ControlPlane.Fleet.Protocol;

/// <summary>
/// Terms on which a home lends jobs to sites. A site keeps a home's jobs only until the lease ends, and the home gives them to others only when the lease has
/// been over for the margin: no job is at two sites at once while clocks differ by less than the margin. A larger difference can let a job run twice for a
/// while; its fencing token still lets one completion count.
/// </summary>
/// <param name="LeaseS">Length of a lease from its grant, seconds, &gt; 0. Sites renew after a third of it.</param>
/// <param name="MarginS">What the home waits beyond the end, seconds, &gt; 0: more than clocks differ.</param>
public readonly record struct LeaseTerms(double LeaseS, double MarginS)
{
    /// <summary>30 s and 5 s: longer than a silo's failure takes to be found, far longer than synchronised clocks differ.</summary>
    public static LeaseTerms Default => new(30, 5);
}
