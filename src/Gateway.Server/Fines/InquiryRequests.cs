using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Requests;

namespace Gateway.Server.Fines;

/// <summary>Reads the requests of the inquiry service.</summary>
internal static class InquiryRequests
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 200;

    /// <summary>The question that a request asks.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static FineQuestion Read(InquireFinesRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        var subject = RequestFields.ReadSubject(request.Subject, errors, "subject");
        if (request.PageSize is < 0 or > MaxPageSize)
            errors.Add("page_size", "must be 0 to 200");
        PageToken? after = null;
        if (request.PageToken.Length > 0 && !PageToken.TryParse(request.PageToken, out after))
            errors.Add("page_token", "is not a next_page_token of this service");
        errors.ThrowIfAny();
        return new FineQuestion(
            subject!, request.IncludeClosed, request.PageSize == 0 ? DefaultPageSize : request.PageSize, after);
    }

    /// <summary>Checks a request for one fine.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static void Check(GetFineRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        RequestFields.CheckFineNumber(request.FineNumber, errors, "fine_number");
        RequestFields.CheckCounter(request.Counter, grant, errors);
        errors.ThrowIfAny();
    }
}
