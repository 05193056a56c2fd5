using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ControlPlane.Client.Training;

/// <summary>All that decides on the weights of a training: a checkpoint goes on only where every part of it is the same.</summary>
/// <param name="parts">Names and values.</param>
internal sealed class TrainingIdentity(IReadOnlyDictionary<string, string> parts)
{
    private readonly IReadOnlyDictionary<string, string> _parts = parts;
    private const int DigestDigits = 16;
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The identity of a session.</summary>
    /// <param name="training">What is trained.</param>
    /// <param name="seed">The session's seed.</param>
    public static TrainingIdentity Of(ITraining training, long seed)
    {
        var learner = training.Learner;
        var parts = new Dictionary<string, string> { ["learner"] = learner.Name };
        foreach (var setting in Learners.Find(learner.Name)?.Parameters ?? [])
            parts[$"setting '{setting.Name}'"] = learner.Settings.GetValueOrDefault(setting.Name, setting.Default);
        parts["seed"] = $"{seed}";
        training.AddIdentity(parts);
        return new(parts);
    }

    /// <summary>A few digits that tell one content from another.</summary>
    /// <param name="content">All of it, as text.</param>
    public static string Digest(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..DigestDigits];

    /// <summary>Reads what <see cref="ToText"/> gave.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null when it is something else.</returns>
    public static TrainingIdentity? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(text, Format) is { } parts ? new(parts) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As text.</summary>
    public string ToText() => JsonSerializer.Serialize(_parts, Format);

    /// <summary>What is not as it was, each as a phrase.</summary>
    /// <param name="then">The identity that the checkpoint has.</param>
    public IEnumerable<string> Differences(TrainingIdentity then) =>
        from name in _parts.Keys.Union(then._parts.Keys)
        let now = _parts.GetValueOrDefault(name, "not there")
        let before = then._parts.GetValueOrDefault(name, "not there")
        where now != before
        select $"{name} was {before} and is {now}";
}
