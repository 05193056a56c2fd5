using ControlPlane.Client.Output;

namespace ControlPlane.Client.Training;

/// <summary>The learners with their settings.</summary>
internal static class LearnerTable
{
    /// <summary>A row a setting.</summary>
    public static Document Document()
    {
        var table = new Table("", [
            Column.Words("learner", "learner"), Column.Words("setting", "setting"), Column.Words("default", "default"), Column.Words("allowed", "allowed"), Column.Words("summary", "what it does")]);
        foreach (var learner in Learners.All)
        {
            foreach (var setting in learner.Parameters)
                table.Add(Cell.Of(learner.Name), Cell.Of(setting.Name), Cell.Of(setting.Default), Cell.Of(setting.Allowed), Cell.Of(setting.Summary));
        }

        return new Document
        {
            Heading = [.. Learners.All.Select(l => $"{l.Name}: {l.Summary} From: {l.Source}.")],
            Tables = [table],
            Csv = () => table,
            Json = () => JsonText.Rows(table),
        };
    }
}
