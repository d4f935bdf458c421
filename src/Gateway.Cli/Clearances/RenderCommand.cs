using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Clearances;

/// <summary><c>clearance render</c>: writes the page of a certificate into a file.</summary>
internal static class RenderCommand
{
    public static Command Create(CommandRunner runner)
    {
        var number = ClearanceOptions.Number();
        var output = ClearanceOptions.Out();
        var command = new Command("render", "Write the page of a valid certificate, for the sheet that it is on.")
        {
            number, output,
        };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var file = PageFile.Of(parsed.GetValue(output)!, runner.Environment.WorkingDirectory);
            var page = await file.WriteAsync(session, parsed.GetValue(number)!, stop);
            return new CommandOutput(page, terminal => file.Print(terminal, page));
        });
        return command;
    }
}
