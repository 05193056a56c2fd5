namespace ControlPlane.Silo.Hosting;

/// <summary>What carries the control plane: decides when and where its operations run.</summary>
internal interface ICarrier
{
    /// <summary>Runs until a signal, then drains.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="streams">Where to write.</param>
    /// <returns>The exit code.</returns>
    Task<int> Run(RunRequest request, Streams streams);

    /// <summary>The SQL that a database needs.</summary>
    string Schema { get; }

    /// <summary>Applies the schema to a database that has none.</summary>
    /// <param name="connectionString">The database.</param>
    /// <returns>Whether it was applied; false where there was one.</returns>
    Task<bool> ApplySchema(string connectionString);
}
