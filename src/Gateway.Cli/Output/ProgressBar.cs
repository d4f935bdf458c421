using Spectre.Console;

namespace Gateway.Cli.Output;

/// <summary>Shows a person how far something has come.</summary>
internal static class ProgressBar
{
    /// <summary>Runs work that tells how far it is, beside a bar where somebody reads along.</summary>
    /// <param name="terminal">Where the bar stands.</param>
    /// <param name="title">What is done.</param>
    /// <param name="all">What the work tells when it is done.</param>
    /// <param name="work">The work.</param>
    public static async Task<T> RunAsync<T>(
        Terminal terminal, string title, long all, Func<IProgress<long>, Task<T>> work)
    {
        if (terminal.IsJson || !terminal.IsTerminal)
            return await work(new ProgressTo(_ => { }));

        return await terminal.Out.Progress().StartAsync(async context =>
        {
            var task = context.AddTask(title, maxValue: Math.Max(all, 1));
            var result = await work(new ProgressTo(done => task.Value = done));
            task.Value = task.MaxValue;
            return result;
        });
    }

    // At once and in order, which Progress<T> is not.
    private sealed class ProgressTo(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
