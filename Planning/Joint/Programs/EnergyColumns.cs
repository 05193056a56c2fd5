namespace ControlPlane.Planning.Joint.Programs;

/// <summary>The columns of energy: grid, sun and wind, batteries, units and the carbon above the budget. Blocks have a column for each slot.</summary>
internal sealed class EnergyColumns
{
    private readonly JointInstance _instance;
    private readonly JointRows _rows;
    private readonly ColumnWriter _writer;

    public EnergyColumns(JointInstance instance, JointRows rows, ColumnWriter writer, ExclusionRows exclusions, JointSettings settings)
    {
        (_instance, _rows, _writer) = (instance, rows, writer);
        Import = EachSite((site, s, t) => writer.In(rows.Carbon, Hours * site.GridTPerMwh[t]).In(exclusions.Import(s, t), 1)
            .Add(Hours * (site.ImportUsdPerMwh[t] + CarbonUsd(site.GridTPerMwh[t])), 0, site.ImportMw, $"import {site.Name} {t}"), 1);
        Export = EachSite((site, s, t) => writer.In(exclusions.Export(s, t), 1).Add(-Hours * site.ExportUsdPerMwh[t], 0, site.ExportMw, $"export {site.Name} {t}"), -1);
        Renewable = EachSite((site, s, t) => writer.Add(-Hours * site.CurtailUsdPerMwh, 0, site.RenewableMw[t], $"renewable {site.Name} {t}"), 1);
        Charge = EachStore((site, storage, s, t) =>
            writer.In(rows.Balance[s], t, -1).In(rows.Stored[s], t, -Hours * storage.ChargeEfficiency).In(exclusions.Charge(s, t), 1).Add(0, 0, storage.PowerMw, $"charge {site.Name} {t}"));
        Discharge = EachStore((site, storage, s, t) =>
            writer.In(rows.Balance[s], t, 1).In(rows.Stored[s], t, Hours / storage.DischargeEfficiency).In(exclusions.Discharge(s, t), 1).Add(Hours * storage.WearUsdPerMwh, 0, storage.PowerMw, $"discharge {site.Name} {t}"));
        Stored = EachStore(StoredColumn);
        Units = [.. instance.Sites.Select((site, s) => site.Units.Select((unit, g) => new UnitColumns(instance, unit, rows, s, g, writer, settings.UnitsOn?[s][g])).ToArray())];
        Slack = rows.Carbon == JointRows.None
            ? JointRows.None
            : writer.In(rows.Carbon, -1).Add(instance.Carbon.SlackUsdPerT, 0, double.PositiveInfinity, "carbon above budget");
    }

    /// <summary>Imported power by site, MW.</summary>
    public int[] Import { get; }

    /// <summary>Exported power by site, MW.</summary>
    public int[] Export { get; }

    /// <summary>Sun and wind used by site, MW.</summary>
    public int[] Renewable { get; }

    /// <summary>Power into the battery by site, MW.</summary>
    public int[] Charge { get; }

    /// <summary>Power out of the battery by site, MW.</summary>
    public int[] Discharge { get; }

    /// <summary>Energy in the battery at the end of a slot by site, MWh.</summary>
    public int[] Stored { get; }

    /// <summary>The units of each site.</summary>
    public UnitColumns[][] Units { get; }

    /// <summary>Emissions above the budget, t.</summary>
    public int Slack { get; }

    private double Hours => _instance.SlotHours;

    private double CarbonUsd(double tPerMwh) => _instance.Carbon.UsdPerT * tPerMwh;

    private int StoredColumn(JointSite site, JointStorage storage, int s, int t)
    {
        var isLast = t == _instance.Slots - 1;
        _writer.In(_rows.Stored[s], t, 1);
        if (!isLast)
            _writer.In(_rows.Stored[s], t + 1, -1);
        return _writer.Add(isLast ? -storage.EndUsdPerMwh : 0, isLast ? storage.LeastEndMwh : storage.MinMwh, storage.MaxMwh, $"stored {site.Name} {t}");
    }

    private int[] EachSite(Func<JointSite, int, int, int> add, double inBalance) => [.. _instance.Sites.Select((site, s) => _writer.Block(t =>
    {
        _writer.In(_rows.Balance[s], t, inBalance);
        return add(site, s, t);
    }))];

    private int[] EachStore(Func<JointSite, JointStorage, int, int, int> add) =>
        [.. _instance.Sites.Select((site, s) => site.Storage is { } storage ? _writer.Block(t => add(site, storage, s, t)) : JointRows.None)];
}
