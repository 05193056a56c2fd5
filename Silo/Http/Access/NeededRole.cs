using ControlPlane.Silo.Http.Keys;
using Microsoft.AspNetCore.Authorization;

namespace ControlPlane.Silo.Http.Access;

/// <summary>The least role that an endpoint needs, as its metadata and as what is checked.</summary>
/// <param name="Role">The role.</param>
internal sealed record NeededRole(Role Role) : IAuthorizationRequirement;
