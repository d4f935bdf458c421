using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Requests;

namespace Gateway.Server.Clearances;

/// <summary>Where a question about codes that no longer count goes on, and how many it asks for.</summary>
internal sealed record RevocationQuestion(long AfterId, int Limit);

/// <summary>A page that is asked for.</summary>
internal sealed record PageQuestion(ClearanceKey Key, ClearancePageFormat Format);

/// <summary>Reads the requests that only ask about certificates.</summary>
internal static class ClearanceQuestions
{
    private const int MaxQrChars = 1024;
    private const int DefaultRevocations = 1_000;
    private const int MostRevocations = 10_000;

    /// <summary>The certificate that is asked for.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static ClearanceKey Read(GetClearanceCertificateRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        RequestFields.CheckRecordNumber(request.CertificateNumber, errors, "certificate_number");
        errors.ThrowIfAny();
        return new ClearanceKey(request.CertificateNumber, grant.OnlyBranch);
    }

    /// <summary>The page that is asked for.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static PageQuestion Read(RenderClearanceCertificateRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        RequestFields.CheckRecordNumber(request.CertificateNumber, errors, "certificate_number");
        if (!Enum.IsDefined(request.Format))
            errors.Add("format", "must be PDF, PNG or SVG");
        errors.ThrowIfAny();
        var format = request.Format == ClearancePageFormat.Unspecified ? ClearancePageFormat.Pdf : request.Format;
        return new PageQuestion(new ClearanceKey(request.CertificateNumber, grant.OnlyBranch), format);
    }

    /// <summary>The certificate that is shown.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static ShownCertificate Read(VerifyClearanceCertificateRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        switch (request.CertificateCase)
        {
            case VerifyClearanceCertificateRequest.CertificateOneofCase.QrText:
                if (request.QrText.Length is 0 or > MaxQrChars)
                    errors.Add("qr_text", $"must have 1 to {MaxQrChars} characters");
                break;
            case VerifyClearanceCertificateRequest.CertificateOneofCase.CertificateNumber:
                RequestFields.CheckRecordNumber(request.CertificateNumber, errors, "certificate_number");
                break;
            default:
                errors.Add("certificate", "is required: qr_text or certificate_number");
                break;
        }

        errors.ThrowIfAny();
        return new ShownCertificate(
            request.HasQrText ? request.QrText : null,
            request.HasCertificateNumber ? request.CertificateNumber : null,
            ShowHolder: grant.Caller.Role == Role.Reviewer);
    }

    /// <summary>The codes that are asked for.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static RevocationQuestion Read(ListClearanceRevocationsRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        if (request.Cursor < 0)
            errors.Add("cursor", "must not be negative");
        if (request.PageSize is < 0 or > MostRevocations)
            errors.Add("page_size", $"must be 0 to {MostRevocations}");
        errors.ThrowIfAny();
        return new RevocationQuestion(
            request.Cursor, request.PageSize == 0 ? DefaultRevocations : request.PageSize);
    }

    /// <summary>Checks a question for the files of an offline verifier.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static void Check(GetClearanceVerifierListsRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        errors.ThrowIfAny();
    }
}
