using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Fleet.Sites;

/// <content>How the site differs from its table.</content>
public sealed partial class DataCenter
{
    /// <summary>The present factors on speed and power: runs that start now have them, until their end.</summary>
    public TableFactors Factors { get; private set; } = TableFactors.None;

    /// <summary>
    /// The site becomes faster or slower, or draws more or less. A run keeps the factors of its start, so that its time and energy are exact and known from then on; where it is interrupted, or its clock
    /// changed, what is left of it goes on with those of that moment.
    /// </summary>
    /// <param name="factors">Factors on its table, from now on.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is out of its range.</exception>
    public void Drift(in TableFactors factors, double nowS)
    {
        factors.Check();
        Advance(nowS);
        Factors = factors;
    }
}
