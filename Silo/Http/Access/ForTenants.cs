namespace ControlPlane.Silo.Http.Access;

/// <summary>Metadata of an endpoint that shows and changes nothing of other tenants, and is therefore open to the key of one. Every other is closed to such a key.</summary>
internal sealed class ForTenants
{
    private ForTenants()
    {
    }

    /// <summary>The only one.</summary>
    public static ForTenants Declared { get; } = new();
}
