using System.Net;
using Microsoft.OpenApi;

namespace ControlPlane.Silo.Http.OpenApi;

/// <summary>XML docs come with the escapes of XML; the document has plain text.</summary>
internal static class PlainText
{
    /// <summary>Restores every description.</summary>
    /// <param name="document">The document.</param>
    public static void Restore(OpenApiDocument document)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            operation.Summary = Of(operation.Summary);
            operation.Description = Of(operation.Description);
            foreach (var parameter in operation.Parameters ?? [])
                parameter.Description = Of(parameter.Description);
        }

        foreach (var schema in document.Components?.Schemas?.Values ?? Enumerable.Empty<IOpenApiSchema>())
        {
            schema.Description = Of(schema.Description);
            foreach (var property in schema.Properties?.Values ?? Enumerable.Empty<IOpenApiSchema>())
                property.Description = Of(property.Description);
        }
    }

    private static string? Of(string? text) => text is null ? null : WebUtility.HtmlDecode(text);
}
