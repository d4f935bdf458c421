using Gateway.Server.Hosting;

return await GatewayProgram.RunAsync(args);
