using System.CommandLine;
using Gateway.Benchmarks.Clearances;
using Gateway.Benchmarks.Crypto;
using Gateway.Benchmarks.Inquiry;
using Gateway.Benchmarks.Load;
using Gateway.Benchmarks.Logs;
using Gateway.Benchmarks.Rotation;
using Gateway.Benchmarks.Sms;

var root = new RootCommand(
    "Measures the gateway. Each benchmark prints its figures beside their reference, from one run.");
root.Subcommands.Add(LoadCommand.Create());
root.Subcommands.Add(LogCommand.Create());
root.Subcommands.Add(LoadServer.CreateCommand());
root.Subcommands.Add(InquiryScaleCommand.Create());
root.Subcommands.Add(CryptoCommand.Create());
root.Subcommands.Add(SmsCommand.Create());
root.Subcommands.Add(ClearanceCommand.Create());
root.Subcommands.Add(RotateCommand.Create());
return await root.Parse(args).InvokeAsync();
