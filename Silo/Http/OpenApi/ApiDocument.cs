using ControlPlane.Silo.Http.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ControlPlane.Silo.Http.OpenApi;

/// <summary>What the OpenAPI document says beyond what the endpoints say themselves.</summary>
internal static class ApiDocument
{
    /// <summary>Name of the document.</summary>
    public const string Name = "v1";

    /// <summary>Adds it.</summary>
    /// <param name="options">The document's options.</param>
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            PlainText.Restore(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Describe);
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "ControlPlane",
            Version = "v1",
            Description = "Decides where jobs run in a fleet of data centres. An answer means that what it tells of is durable; a request without one may be repeated.",
        };
        // Where it is reached is up to whoever reads it.
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [AccessExtensions.Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key: cp_ and 43 characters. Roles: viewer < submitter < operator < admin; agent, bound to a site.",
            },
        };
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededRole>().FirstOrDefault() is not { } needed)
            return Task.CompletedTask;
        operation.Description = $"{operation.Description} Role: {Words<Keys.Role>.Of(needed.Role)}.".Trim();
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(AccessExtensions.Scheme, context.Document)] = [] }];
        return Task.CompletedTask;
    }
}
