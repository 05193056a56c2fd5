using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Planning.Joint.Generated;

/// <summary>A drawn site with its time zone and place, from which demand and latency follow.</summary>
internal sealed class SiteDraw
{
    private readonly GeneratorSettings _settings;
    private readonly int _index;
    private readonly double _peakMw;

    public SiteDraw(GeneratorSettings settings, int index)
    {
        (_settings, _index) = (settings, index);
        var random = new RandomStream(settings.Seed, $"site/{index}");
        Gpus = random.OneOf<double>([512, 768, 1024, 1536, 2048]);
        var mwPerGpu = random.Between(0.95, 1.25) / 1000;
        OffsetH = random.NextBelow(13) - 6;
        (EastMs, NorthMs) = (random.Between(0, 115), random.Between(0, 90));
        var (pue, swing) = (random.Between(1.08, 1.30), random.Between(0.02, 0.18));
        _peakMw = Gpus * mwPerGpu * (pue + swing);
        Site = new JointSite
        {
            Name = $"site-{index + 1}",
            Gpus = InstanceGenerator.BySlot(settings, _ => Gpus),
            // A fifth of a full site's power is drawn whether its GPUs are busy or not.
            MwPerGpu = 0.78 * mwPerGpu,
            IdleMw = 0.22 * mwPerGpu * Gpus,
            // Cooling is dearest in the afternoon.
            Pue = InstanceGenerator.BySlot(settings, h => pue + swing * (0.5 + 0.5 * Math.Cos(2 * Math.PI * (Local(h) - 15) / 24))),
            ImportUsdPerMwh = Prices(random.Between(45, 110), 1),
            ExportUsdPerMwh = [],
            GridTPerMwh = Carbon(random.Between(0.12, 0.62)),
            RenewableMw = Renewables(random),
            ImportMw = 1.15 * _peakMw,
            ExportMw = 0.60 * _peakMw,
            Storage = Storage(random),
            Units = [Unit(random)],
        };
        Site = Site with { ExportUsdPerMwh = [.. Site.ImportUsdPerMwh.Select(usd => 0.72 * usd)] };
    }

    public JointSite Site { get; }

    public double Gpus { get; }

    public int OffsetH { get; }

    public double EastMs { get; }

    public double NorthMs { get; }

    public double Local(int hour) => (hour + OffsetH + 24) % 24;

    private double[] Prices(double baseUsd, double factor)
    {
        var noise = new RandomStream(_settings.Seed, $"price/{_index}");
        return InstanceGenerator.BySlot(_settings, h =>
            factor * baseUsd * (1 - 0.35 * Bell(Local(h), 13, 3) + 0.45 * Bell(Local(h), 19, 2) + 0.20 * Bell(Local(h), 8, 1.5)) * noise.Between(0.93, 1.07));
    }

    private double[] Carbon(double baseTPerMwh) => InstanceGenerator.BySlot(_settings, h => baseTPerMwh * (1 - 0.40 * Bell(Local(h), 13, 3)));

    private double[] Renewables(RandomStream random)
    {
        var (least, most) = _settings.Renewables switch { RenewableMix.Poor => (0.05, 0.3), RenewableMix.Rich => (0.9, 1.6), _ => (0.1, 1.2) };
        var (totalMw, sunShare) = (random.Between(least, most) * _peakMw, random.NextUniform());
        var weather = new RandomStream(_settings.Seed, $"weather/{_index}");
        var wind = weather.Between(0.2, 0.6);
        return InstanceGenerator.BySlot(_settings, h =>
        {
            var sun = Math.Max(0, Math.Sin(Math.PI * (Local(h) - 6) / 12)) * weather.Between(0.7, 1);
            // Wind wanders around four tenths of what is installed.
            wind = Math.Clamp(0.4 + 0.85 * (wind - 0.4) + weather.NextNormal(0, 0.08), 0, 1);
            return totalMw * (sunShare * sun + (1 - sunShare) * wind);
        });
    }

    private JointStorage Storage(RandomStream random)
    {
        var mwh = random.Between(0.6, 2) * _peakMw;
        return new JointStorage
        {
            MaxMwh = mwh,
            MinMwh = 0.1 * mwh,
            PowerMw = mwh / random.Between(2, 4),
            WearUsdPerMwh = random.Between(6, 18),
            StartMwh = 0.5 * mwh,
        };
    }

    private JointUnit Unit(RandomStream random)
    {
        var mw = random.Between(0.15, 0.40) * _peakMw;
        return new JointUnit
        {
            MaxMw = mw,
            MinMw = 0.4 * mw,
            UsdPerMwh = random.Between(60, 105),
            NoLoadUsdPerH = 4 * mw,
            StartUsd = 30 * mw,
            TPerMwh = random.Between(0.38, 0.52),
            RampMw = 0.5 * mw / _settings.SlotsPerHour,
            MinUpSlots = 3 * _settings.SlotsPerHour,
            MinDownSlots = 2 * _settings.SlotsPerHour,
        };
    }

    // How near an hour is to another, around the clock, in (0, 1].
    private static double Bell(double hour, double middle, double width)
    {
        var away = Math.Abs(hour - middle);
        away = Math.Min(away, 24 - away) / width;
        return Math.Exp(-0.5 * away * away);
    }
}
