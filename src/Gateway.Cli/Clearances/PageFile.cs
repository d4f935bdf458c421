using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Cli.Saving;
using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Clearances;

/// <summary>The file that the page of a certificate is written into.</summary>
/// <param name="Path">Where it is written.</param>
/// <param name="Format">In which form, by the file's ending.</param>
internal sealed record PageFile(string Path, ClearancePageFormat Format)
{
    /// <summary>Checks what <c>--out</c> names, before anything is sent.</summary>
    /// <exception cref="UsageException">The file cannot be written, or its ending names no form.</exception>
    public static PageFile Of(string name, string workingDirectory)
    {
        var format = System.IO.Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".pdf" => ClearancePageFormat.Pdf,
            ".png" => ClearancePageFormat.Png,
            ".svg" => ClearancePageFormat.Svg,
            _ => throw new UsageException("--out must end with .pdf, .png or .svg."),
        };
        return new PageFile(PersonalFile.PathOf(name, workingDirectory), format);
    }

    /// <summary>Asks for the page of a certificate and writes it.</summary>
    public async Task<RenderClearanceCertificateResponse> WriteAsync(
        GatewaySession session, string certificateNumber, CancellationToken stop)
    {
        var request = new RenderClearanceCertificateRequest
        {
            Counter = session.Counter,
            CertificateNumber = certificateNumber,
            Format = Format,
        };
        var page = await session.Client.Clearances.RenderClearanceCertificateAsync(request, cancellationToken: stop);
        await PersonalFile.WriteAsync(Path, page.Content.Memory, stop);
        return page;
    }

    /// <summary>Says where the page is, and which paper it belongs on.</summary>
    public void Print(Terminal terminal, RenderClearanceCertificateResponse page)
    {
        terminal.Out.WriteLine($"Page for sheet {page.SheetSerial}, {page.MediaType}, {page.Content.Length} bytes");
        terminal.Out.WriteLine($"Written to {Path}");
    }
}
