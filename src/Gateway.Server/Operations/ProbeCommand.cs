namespace Gateway.Server.Operations;

/// <summary>
/// Asks a running gateway on this machine whether it is ready; for container health checks, where there is no shell.
/// </summary>
internal static class ProbeCommand
{
    /// <summary>The argument that asks for it.</summary>
    public const string Argument = "--probe";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>0 where the gateway is ready, else 1.</summary>
    /// <param name="listen">The probes' address, <c>host:port</c>.</param>
    public static async Task<int> RunAsync(string listen)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(new Uri($"http://{listen}/readyz"));
            Console.Write(await response.Content.ReadAsStringAsync());
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"http://{listen}/readyz does not answer.");
            return 1;
        }
    }
}
