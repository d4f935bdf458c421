using Gateway.Cli.Invocation;

return await TrafficGateway.RunAsync(args, CliEnvironment.OfProcess());
