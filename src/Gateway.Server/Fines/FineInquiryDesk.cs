using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;
using Gateway.Server.Requests;
using Google.Rpc;
using Subject = Gateway.Domain.Subject;

namespace Gateway.Server.Fines;

/// <summary>What is asked about a subject.</summary>
internal sealed record FineQuestion(Subject Subject, bool IncludeClosed, int PageSize, PageToken? After);

/// <summary>The fines of a subject at one moment.</summary>
internal sealed record SubjectFines(
    SubjectRecord Subject, IReadOnlyList<FineRecord> Fines, FineTotals Totals, DateTimeOffset AsOf, PageToken? Next);

/// <summary>One fine at one moment.</summary>
internal sealed record FineAnswer(FineRecord Fine, SubjectRecord Subject, DateTimeOffset AsOf);

/// <summary>Answers which fines stand against a subject. Each answer is of one snapshot. Thread-safe.</summary>
internal sealed class FineInquiryDesk(IProsecutionDatabase database, TimeProvider time)
{
    /// <summary>The fines of a subject.</summary>
    /// <exception cref="RefusalException">
    /// SUBJECT_UNKNOWN; INVALID_FIELDS for another question's page token.
    /// </exception>
    public Task<SubjectFines> InquireAsync(FineQuestion question, CancellationToken cancellationToken) =>
        database.ReadAsync(async session =>
        {
            var asOf = Milliseconds.Of(time.GetUtcNow());
            var subject = await new SubjectStore(session).FindAsync(question.Subject, cancellationToken)
                ?? throw new Refusal(ErrorReason.SubjectUnknown).ToException();
            if (question.After is { } token
                && (token.Subject != subject.Key || token.IncludeClosed != question.IncludeClosed))
                throw WrongToken();

            var fines = new FineStore(session);
            var totals = await fines.TotalsBySubjectAsync(subject.Key, cancellationToken);
            var page = await fines.ListBySubjectAsync(
                subject.Key, question.IncludeClosed, question.After?.After, question.PageSize + 1, cancellationToken);
            if (page.Count <= question.PageSize)
                return new SubjectFines(subject, page, totals, asOf, null);

            var next = new PageToken(subject.Key, question.IncludeClosed, page[question.PageSize - 1].Cursor);
            return new SubjectFines(subject, [.. page.Take(question.PageSize)], totals, asOf, next);
        }, cancellationToken);

    /// <summary>One fine by its number.</summary>
    /// <exception cref="RefusalException">FINE_UNKNOWN.</exception>
    public Task<FineAnswer> FindAsync(string fineNumber, CancellationToken cancellationToken) =>
        database.ReadAsync(async session =>
        {
            var asOf = Milliseconds.Of(time.GetUtcNow());
            var fine = await new FineStore(session).FindByNumberAsync(fineNumber, cancellationToken)
                ?? throw new Refusal(ErrorReason.FineUnknown).ToException();
            var subject = await new SubjectStore(session).FindAsync(fine.Subject, cancellationToken)
                ?? throw new InvalidOperationException("A fine without a subject.");
            return new FineAnswer(fine, subject, asOf);
        }, cancellationToken);

    private static RefusalException WrongToken() => new Refusal(ErrorReason.InvalidFields)
    {
        Fields =
        [
            new BadRequest.Types.FieldViolation
            {
                Field = "page_token",
                Description = "belongs to another question",
            },
        ],
    }.ToException();
}
