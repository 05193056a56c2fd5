using ControlPlane.Simulation.Signals.Files.Layouts;

namespace ControlPlane.Simulation.Signals.Files;

/// <summary>The layouts that are known.</summary>
public static class SignalLayouts
{
    private const string Gpu2020Task = "job_name,task_name,inst_num,status,start_time,end_time,plan_cpu,plan_mem,plan_gpu,gpu_type";
    private const string Gpu2020Job = "job_name,inst_id,user,status,start_time,end_time";

    /// <summary>All of them: prices, carbon, weather, workloads.</summary>
    public static IReadOnlyList<SignalLayout> All { get; } =
    [
        new SustainPrices(),
        new PjmPrices("rt", "PJM Data Miner 2, real time (rt_fivemin_hrl_lmps, rt_hrl_lmps)"),
        new PjmPrices("da", "PJM Data Miner 2, day ahead (da_hrl_lmps)"),
        new NyisoPrices(),
        new CaisoPrices(),
        new AemoPrices(),
        new ElectricityMapsCarbon(),
        new EiaMixCarbon(),
        new WattTimeCarbon(),
        new NrelSolar(),
        new NrelWeather("nsrdb", "NREL NSRDB: irradiance and weather", "<two lines about the place>, then Year,Month,Day,Hour,Minute,GHI[,DNI,DHI,Temperature,Wind Speed…]", "GHI"),
        new NrelWeather(
            "wind-toolkit",
            "NREL WIND Toolkit: wind at the height of the hub",
            "<one or two lines about the place>, then Year,Month,Day,Hour[,Minute],wind speed at 100m (m/s)[,…] (or at 80, 120, 140, 60 m)",
            NrelWeather.HubWind),
        new OpenMeteoWeather(),
        new EpwWeather(),
        new AlibabaGenAi(),
        new AzureLlm(),
        new BurstGpt(),
        new AlibabaGpu2020("alibaba-gpu-2020-task", "Alibaba GPU cluster 2020: tasks", Gpu2020Task, 3),
        new AlibabaGpu2020("alibaba-gpu-2020-job", "Alibaba GPU cluster 2020: jobs", Gpu2020Job, 3),
        new AlibabaGpu2023(),
        new PartiPrompts(),
    ];
}
