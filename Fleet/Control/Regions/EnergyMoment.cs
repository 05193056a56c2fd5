namespace ControlPlane.Fleet.Control.Regions;

/// <summary>A moment as the energy of a region's site needs it.</summary>
/// <param name="AtS">The moment, seconds since 1970 in UTC.</param>
/// <param name="NowS">The same by the region's clock, seconds.</param>
/// <param name="ReadingJ">What the site's meters show, J.</param>
public readonly record struct EnergyMoment(double AtS, double NowS, double ReadingJ);
