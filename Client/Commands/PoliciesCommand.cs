using System.CommandLine;
using System.Text.Json.Nodes;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Commands;

/// <summary><c>policies [NAME]</c>: the catalogue; <c>policies show MODEL</c>: a trained model.</summary>
internal static class PoliciesCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("policies", "List the policies, show one with its settings and source, or a trained model.")
        {
            Section = CommandSection.Understand,
            Examples = [("all policies", "controlplane policies"), ("the settings of one", "controlplane policies power-of-d")],
        };
        var name = new Argument<string?>("NAME") { Description = "A policy (default: all).", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add(_ => PolicyCatalog.All.Select(p => p.Name));
        var output = new OutputInput();
        command.Add(name);
        command.Add(ModelCommand.Create(services));
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var document = result.GetValue(name) is { } one ? Describe(Find(one)) : List();
            new DocumentWriter(services.Terminal, output.Format(result)).Write(document);
            return ExitCode.Success;
        });
        return command;
    }

    private static PolicyDescriptor Find(string name) =>
        PolicyCatalog.Find(name)
        ?? throw new InputException($"there is no policy '{name}'{Nearest.Hint(name, PolicyCatalog.All.Select(p => p.Name))} ('controlplane policies' lists them)");

    private static Document List()
    {
        var table = new Table("", [Column.Words("name", "policy"), Column.Words("settings", "settings"), Column.Words("summary", "what it does")]);
        foreach (var policy in PolicyCatalog.All)
            table.Add(Cell.Of(policy.Name), Cell.Of(string.Join(", ", policy.Parameters.Select(p => p.Name))), Cell.Of(policy.Summary));
        return new Document { Tables = [table], Csv = () => table, Json = () => JsonText.Array(PolicyCatalog.All.Select(p => (JsonNode)Json(p))) };
    }

    private static Document Describe(PolicyDescriptor policy)
    {
        var table = new Table("Settings", [
            Column.Words("name", "setting"), Column.Words("default", "default"), Column.Words("allowed", "allowed"), Column.Words("summary", "what it does")]);
        foreach (var parameter in policy.Parameters)
            table.Add(Cell.Of(parameter.Name), Cell.Of(parameter.Default), Cell.Of(parameter.Allowed), Cell.Of(parameter.Summary));
        var none = policy.Parameters.Count == 0;
        return new Document
        {
            Heading = [$"{policy.Name}: {policy.Title}", policy.Summary, $"Source: {policy.Source}."],
            Tables = none ? [] : [table],
            Closing = [none ? "It has no settings." : $"For example: --policy {policy.Name}:{policy.Parameters[0].Name}={policy.Parameters[0].Default}"],
            Csv = () => table,
            Json = () => Json(policy),
        };
    }

    private static JsonObject Json(PolicyDescriptor policy) => new()
    {
        ["name"] = policy.Name,
        ["title"] = policy.Title,
        ["summary"] = policy.Summary,
        ["source"] = policy.Source,
        ["settings"] = JsonText.Array(policy.Parameters.Select(p => (JsonNode)new JsonObject
        {
            ["name"] = p.Name,
            ["default"] = p.Default,
            ["allowed"] = p.Allowed,
            ["summary"] = p.Summary,
        })),
    };
}
