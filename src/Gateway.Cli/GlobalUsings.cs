global using Gateway.Cli.Output;
