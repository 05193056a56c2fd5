using ControlPlane.Silo.Hosting;

return await SiloCommandLine.RunProcess(args);
