using Gateway.Contracts.V1;
using Grpc.Core;

namespace Gateway.Server.Errors;

/// <summary>Status code and message of a reason. The message is one fixed ASCII sentence, without values.</summary>
internal readonly record struct ReasonText(StatusCode Code, string Sentence);

/// <summary>The status of each reason (CONTRACT: errors).</summary>
internal static class ReasonTexts
{
    private const string Prefix = "ERROR_REASON_";

    private static readonly Dictionary<ErrorReason, string> Names = ErrorsReflection.Descriptor.EnumTypes
        .Single(type => type.Name == nameof(ErrorReason)).Values
        .ToDictionary(value => (ErrorReason)value.Number, value => value.Name[Prefix.Length..]);

    /// <summary>Name of a reason without its prefix.</summary>
    public static string NameOf(ErrorReason reason) => Names[reason];

    /// <summary>Status code and sentence of a reason.</summary>
    public static ReasonText Of(ErrorReason reason) => reason switch
    {
        ErrorReason.InvalidFields =>
            new(StatusCode.InvalidArgument, "One or more fields of the request are wrong."),
        ErrorReason.MalformedMessage =>
            new(StatusCode.InvalidArgument, "The request is not a message of the type that the method takes."),
        ErrorReason.CallerUnknown =>
            new(StatusCode.Unauthenticated, "The client certificate names no caller that the access policy knows."),
        ErrorReason.CertificateRevoked =>
            new(StatusCode.Unauthenticated, "The client certificate is no longer good."),
        ErrorReason.RoleNotAllowed =>
            new(StatusCode.PermissionDenied, "The role of the caller may not call this method."),
        ErrorReason.BranchMismatch =>
            new(StatusCode.PermissionDenied, "The request names another branch or counter than the caller's own."),
        ErrorReason.UnknownMethod =>
            new(StatusCode.Unimplemented, "There is no such method."),
        ErrorReason.CompressionNotAllowed =>
            new(StatusCode.Unimplemented, "Messages are taken uncompressed only."),
        ErrorReason.SubjectUnknown =>
            new(StatusCode.NotFound, "The prosecution knows no such vehicle or licence."),
        ErrorReason.FineUnknown =>
            new(StatusCode.NotFound, "There is no such fine."),
        ErrorReason.SettlementUnknown =>
            new(StatusCode.NotFound, "There is no such settlement; a request under way may still make it."),
        ErrorReason.RequestIdReused =>
            new(StatusCode.FailedPrecondition, "The request id was already used for another request."),
        ErrorReason.FineChanged =>
            new(StatusCode.Aborted, "A fine changed since it was quoted."),
        ErrorReason.FineNotOutstanding =>
            new(StatusCode.FailedPrecondition, "A fine is settled, under appeal or cancelled."),
        ErrorReason.AmountMismatch =>
            new(StatusCode.InvalidArgument, "The amounts of the items and of the payment do not agree."),
        ErrorReason.PaymentReferenceReused =>
            new(StatusCode.FailedPrecondition, "A payment with this method and reference was already taken."),
        ErrorReason.BusinessDayClosed =>
            new(StatusCode.FailedPrecondition, "The business day is closed."),
        ErrorReason.ProsecutionUnavailable =>
            new(StatusCode.Unavailable, "The database of the prosecution does not answer."),
        ErrorReason.EvidenceUnavailable =>
            new(StatusCode.Unavailable, "The answer could not be sealed; what was done is unknown."),
        ErrorReason.RateLimited =>
            new(StatusCode.ResourceExhausted, "This caller calls too often."),
        ErrorReason.Overloaded =>
            new(StatusCode.ResourceExhausted, "The gateway has as many calls under way as it takes."),
        ErrorReason.MessageTooLarge =>
            new(StatusCode.ResourceExhausted, "The message is larger than the gateway takes."),
        ErrorReason.DeadlineExceeded =>
            new(StatusCode.DeadlineExceeded, "The deadline passed; what was done is unknown."),
        ErrorReason.CallCancelled =>
            new(StatusCode.Cancelled, "The caller gave the call up; what was done is unknown."),
        ErrorReason.InternalFault =>
            new(StatusCode.Internal, "A fault of the gateway; report it with the call id of the statement."),
        ErrorReason.RequestIdAbandoned =>
            new(StatusCode.FailedPrecondition, "The request was abandoned and is never carried out."),
        ErrorReason.RequestIdExpired =>
            new(StatusCode.FailedPrecondition, "The request was carried out long ago; its answer is no longer kept."),
        ErrorReason.SettlementReversed =>
            new(StatusCode.FailedPrecondition, "The settlement was taken back before."),
        ErrorReason.FineNotSettled =>
            new(StatusCode.FailedPrecondition, "A fine of the settlement is under appeal or was changed by one."),
        ErrorReason.AppealUnknown =>
            new(StatusCode.NotFound, "There is no such appeal."),
        ErrorReason.DocumentUnknown =>
            new(StatusCode.NotFound, "The appeal has no such document."),
        ErrorReason.RefundUnknown =>
            new(StatusCode.NotFound, "There is no such refund."),
        ErrorReason.FineNotAppealable =>
            new(StatusCode.FailedPrecondition, "A fine is under appeal already or cancelled."),
        ErrorReason.NothingOutstanding =>
            new(StatusCode.FailedPrecondition, "The subject has no fine that is outstanding."),
        ErrorReason.AppealStageConflict =>
            new(StatusCode.FailedPrecondition, "The appeal cannot go from its stage to the one asked for."),
        ErrorReason.AppealChanged =>
            new(StatusCode.Aborted, "The appeal changed since the reviewer saw it."),
        ErrorReason.PersonMismatch =>
            new(StatusCode.FailedPrecondition, "The national id is not that of the person concerned."),
        ErrorReason.RefundPaid =>
            new(StatusCode.FailedPrecondition, "The refund was paid out before."),
        ErrorReason.DocumentNotTaken =>
            new(StatusCode.FailedPrecondition, "The appeal takes no more documents, or has this one already."),
        ErrorReason.ClearanceUnknown =>
            new(StatusCode.NotFound, "There is no such clearance certificate."),
        ErrorReason.FinesOutstanding =>
            new(StatusCode.FailedPrecondition, "Fines stand against the subject."),
        ErrorReason.SheetUsed =>
            new(StatusCode.FailedPrecondition, "A certificate was printed on this sheet before."),
        ErrorReason.ClearanceNotValid =>
            new(StatusCode.FailedPrecondition, "The certificate was revoked, or its validity has ended."),
        ErrorReason.SettlementLeanedOn =>
            new(StatusCode.FailedPrecondition, "A valid clearance certificate leans on the settlement."),
        ErrorReason.EvidenceUnknown =>
            new(StatusCode.NotFound, "The log has no such answer, or no longer its statement."),
        ErrorReason.EvidenceLogUnknown =>
            new(StatusCode.NotFound, "It is not the log of this gateway."),
        ErrorReason.TreeSizeUnknown =>
            new(StatusCode.OutOfRange, "The log has no signed head of this size."),
        ErrorReason.TimeNotProven =>
            new(StatusCode.FailedPrecondition, "The time of answers cannot be proven now; no money is taken or paid."),
        ErrorReason.RevocationListOutdated =>
            new(StatusCode.Unauthenticated, "Whether the client certificate was revoked cannot be told now."),
        ErrorReason.SettlementOverCeiling =>
            new(StatusCode.FailedPrecondition, "No settlement as large is taken from the caller now."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without a status."),
    };
}
