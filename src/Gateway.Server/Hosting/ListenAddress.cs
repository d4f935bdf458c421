using System.Globalization;
using System.Net;

namespace Gateway.Server.Hosting;

/// <summary>Where to listen: <c>localhost:port</c>, <c>*:port</c> or <c>address:port</c>.</summary>
/// <param name="Address">Address; null for every loopback address.</param>
/// <param name="Port">Port; 0 lets the system choose.</param>
internal sealed record ListenAddress(IPAddress? Address, int Port)
{
    /// <summary>Reads an address; null where it is none.</summary>
    public static ListenAddress? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 1 || !ushort.TryParse(
            text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return null;

        return text[..colon] switch
        {
            "localhost" => new ListenAddress(null, port),
            "*" => new ListenAddress(IPAddress.IPv6Any, port),
            var host => IPAddress.TryParse(host, out var address) ? new ListenAddress(address, port) : null,
        };
    }

    /// <summary>What is wrong with the addresses of the settings.</summary>
    public static IEnumerable<string> Faults(GatewayOptions options)
    {
        if (Parse(options.Listen) is not { } listen)
            yield return $"Gateway:Listen '{options.Listen}' is not of the form localhost:5443, *:5443, 10.0.0.1:5443.";
        else if (listen is { Address: null, Port: 0 })
            yield return "Gateway:Listen takes port 0 only with an address, such as 127.0.0.1:0.";

        var operations = Parse(options.Operations.Listen);
        if (operations?.Address is not { } address || !IPAddress.IsLoopback(address))
            yield return $"Gateway:Operations:Listen '{options.Operations.Listen}' is not a loopback address and a port.";
    }
}
