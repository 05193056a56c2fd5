using System.Text.Encodings.Web;
using System.Text.Json;

namespace ControlPlane.Host.Tests.Http;

/// <summary>JSON as the API writes it.</summary>
internal static class ApiText
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
