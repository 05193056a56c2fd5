using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Client.Training;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Models;

/// <summary>What a trained model says about itself.</summary>
internal static class ModelTables
{
    /// <summary>The model in all forms.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="model">What they mean.</param>
    public static Document Describe(PolicyModel file, ITrainedModel model)
    {
        var table = Rows(file, model);
        return new Document
        {
            Heading = [$"{file.Name}: {Learners.Find(model.Card.Preset)?.Title ?? model.Card.Preset}"],
            Tables = [table, Places(model) ? Sites(model.Card) : Providers(model.Card)],
            Csv = () => table,
            Json = () => Json(file, model),
        };
    }

    private static Table Rows(PolicyModel file, ITrainedModel model)
    {
        var card = model.Card;
        var table = new Table("", [Column.Words("name", "model"), Column.Words("value", "")]);
        Add("preset", card.Preset);
        Add("trained on", card.Scenario);
        Add("seed", $"{card.Seed}");
        Add("decisions seen", $"{card.Decisions}");
        Add("updates", $"{card.Updates}");
        Add(Places(model) ? "held-out energy above the frontier" : "held-out utility of a day", card.HeldOut is { } heldOut ? $"{Show.Number(heldOut, 2)} {Kind(model).Main.Unit}" : "not measured");
        foreach (var (name, values) in card.Settings.OrderBy(s => s.Key, StringComparer.Ordinal))
            Add(name, string.Join(" x ", values));
        Add("parameters", $"{model.Parameters}");
        Add("size", $"{file.Bytes.Length} bytes");
        Add("SHA-256", file.Digest);
        return table;

        void Add(string name, string value) => table.Add(Cell.Of(name), Cell.Of(value));
    }

    private static Table Sites(ModelCard card)
    {
        var table = new Table("The fleet that it was trained on", [Column.Words("site", "site, GPU type, most GPUs of a job")]);
        foreach (var site in card.Fleet)
            table.Add(Cell.Of(site));
        return table;
    }

    private static Table Providers(ModelCard card)
    {
        var table = new Table("The providers that it was trained with", [Column.Words("provider", "provider")]);
        foreach (var provider in card.Fleet)
            table.Add(Cell.Of(provider));
        return table;
    }

    private static bool Places(ITrainedModel model) => model is ILearnedModel;

    private static HeldOutKind Kind(ITrainedModel model) => Places(model) ? HeldOutKind.Placement : HeldOutKind.Generation;

    private static JsonObject Json(PolicyModel file, ITrainedModel model) => new()
    {
        ["kind"] = "model",
        ["version"] = 1,
        ["name"] = file.Name,
        ["preset"] = model.Card.Preset,
        ["scenario"] = model.Card.Scenario,
        ["fleet"] = JsonText.Array(model.Card.Fleet.Select(s => (JsonNode)s)),
        ["seed"] = model.Card.Seed,
        ["decisions"] = model.Card.Decisions,
        ["updates"] = model.Card.Updates,
        [Kind(model).Main.Column] = model.Card.HeldOut,
        ["settings"] = new JsonObject(model.Card.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Key, (JsonNode?)JsonText.Array(s.Value.Select(JsonText.Number))))),
        ["parameters"] = model.Parameters,
        ["bytes"] = file.Bytes.Length,
        ["sha256"] = file.Digest,
    };
}
