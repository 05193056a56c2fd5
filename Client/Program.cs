using ControlPlane.Client.Hosting;

return CommandLine.RunProcess(args);
