using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Clearances.Page;
using Gateway.Server.Errors;
using Google.Protobuf;

namespace Gateway.Server.Clearances;

/// <summary>Renders the pages of certificates that count, a few at once. Thread-safe.</summary>
internal sealed class PageDesk(
    ClearanceInquiryDesk inquiry, ClearanceCodes codes, BusinessCalendar calendar, ClearanceOptions options) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.PagesAtOnce);

    /// <summary>The page of a certificate.</summary>
    /// <exception cref="RefusalException">CLEARANCE_UNKNOWN, CLEARANCE_NOT_VALID.</exception>
    public async Task<RenderClearanceCertificateResponse> RenderAsync(
        PageQuestion question, CancellationToken cancellationToken)
    {
        var view = await inquiry.FindValidAsync(question.Key, cancellationToken);
        var page = PageContent.Of(view, calendar, codes.AreSamples);
        await _places.WaitAsync(cancellationToken);
        try
        {
            var (content, mediaType) = question.Format switch
            {
                ClearancePageFormat.Png => (ClearancePageRenderer.ToPng(page), "image/png"),
                ClearancePageFormat.Svg => (ClearancePageRenderer.ToSvg(page), "image/svg+xml"),
                _ => (ClearancePageRenderer.ToPdf(page), "application/pdf"),
            };
            return new RenderClearanceCertificateResponse
            {
                Content = ByteString.CopyFrom(content),
                MediaType = mediaType,
                SheetSerial = view.Sheets[^1].Details.SheetSerial,
            };
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();
}
