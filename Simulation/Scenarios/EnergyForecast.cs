namespace ControlPlane.Simulation.Scenarios;

/// <summary>What dispatchers know of prices and weather of the next day.</summary>
public enum EnergyForecast
{
    /// <summary>It will be as it was at the same hour of the day before; on the first day as it is now.</summary>
    SameHour,

    /// <summary>It is known as it will be: day-ahead prices, and a weather forecast without error.</summary>
    Perfect,
}
