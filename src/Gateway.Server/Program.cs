using System.Globalization;
using Gateway.Server.Hosting;

// The same on every machine, whatever language it speaks to its owner.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

return await GatewayProgram.RunAsync(args);
