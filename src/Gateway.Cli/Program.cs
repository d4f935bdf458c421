using System.Globalization;
using Gateway.Cli.Invocation;

// The same on every machine, whatever language it speaks to its owner.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

return await TrafficGateway.RunAsync(args, CliEnvironment.OfProcess());
