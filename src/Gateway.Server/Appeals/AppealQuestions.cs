using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Errors;
using Gateway.Server.Requests;
using AppealStage = Gateway.Domain.AppealStage;

namespace Gateway.Server.Appeals;

/// <summary>Reads the requests that ask for appeals.</summary>
internal static class AppealQuestions
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 200;

    /// <summary>The appeal that is asked for.</summary>
    /// <exception cref="RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static AppealKey Read(GetAppealRequest request, AccessGrant grant, TimeProvider time)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        var key = ReadKey(request.AppealNumber, request.AppellantNationalId, grant, time, errors);
        errors.ThrowIfAny();
        return key;
    }

    /// <summary>An appeal as the requests of a counter name it.</summary>
    public static AppealKey ReadKey(
        string appealNumber, string nationalId, AccessGrant grant, TimeProvider time, FieldErrors errors)
    {
        RequestFields.CheckRecordNumber(appealNumber, errors, "appeal_number");
        return new AppealKey(appealNumber, ReadAppellant(nationalId, time, errors), grant.OnlyBranch);
    }

    /// <summary>The appeals that are asked for.</summary>
    /// <exception cref="RefusalException">INVALID_FIELDS with every wrong field; BRANCH_MISMATCH.</exception>
    public static AppealListQuestion Read(ListAppealsRequest request, AccessGrant grant, TimeProvider time)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        var appellant = ReadAppellant(request.AppellantNationalId, time, errors);
        if (request.BranchCode.Length > 0)
            RequestFields.CheckBranchCode(request.BranchCode, errors, "branch_code");
        var stage = ReadStage(request.Stage, errors);
        var pageSize = ReadPageSize(request.PageSize, errors);
        AppealPageToken? before = null;
        if (request.PageToken.Length > 0 && !AppealPageToken.TryParse(request.PageToken, out before))
            errors.Add("page_token", "is not a next_page_token of this service");
        errors.ThrowIfAny();

        var branch = request.BranchCode.Length > 0 ? request.BranchCode : null;
        if (appellant is null && grant.OnlyBranch is { } own)
        {
            if (branch is not null && branch != own)
                throw new Refusal(ErrorReason.BranchMismatch).ToException();
            branch = own;
        }

        return new AppealListQuestion(new AppealFilter(appellant, branch, stage), pageSize, before);
    }

    /// <summary>The stage to which a list is limited; null for all.</summary>
    public static AppealStage? ReadStage(Contracts.V1.AppealStage wire, FieldErrors errors)
    {
        if (wire == Contracts.V1.AppealStage.Unspecified)
            return null;
        var stage = (AppealStage)wire;
        if (!Enum.IsDefined(stage))
            errors.Add("stage", "must be a stage of the contract");
        return stage;
    }

    /// <summary>How many are listed at most.</summary>
    public static int ReadPageSize(int pageSize, FieldErrors errors)
    {
        if (pageSize is < 0 or > MaxPageSize)
            errors.Add("page_size", "must be 0 to 200");
        return pageSize == 0 ? DefaultPageSize : pageSize;
    }

    private static NationalId? ReadAppellant(string nationalId, TimeProvider time, FieldErrors errors) =>
        nationalId.Length == 0 ? null : NationalId.Parse(nationalId, errors, "appellant_national_id", time);
}
