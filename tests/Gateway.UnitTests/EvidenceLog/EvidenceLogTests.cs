using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.UnitTests.Evidence;
using Log = Gateway.EvidenceLog.EvidenceLog;

namespace Gateway.UnitTests.EvidenceLog;

public sealed class EvidenceLogTests : IDisposable
{
    private readonly SomeLog _some = new();

    [Fact]
    public async Task Open_NewDirectory_MakesAnOriginAndTakesEntries()
    {
        await using var log = _some.Open();

        Assert.Equal(SomeLog.Name, LogOrigin.NameOf(log.Origin));
        Assert.True(LogOrigin.IsValid(log.Origin));
        Assert.Equal(SomeAnswer.HexOf(SomeLog.Contract), log.ContractSha256);
        Assert.Equal(0, log.Size);
        Assert.True(log.IsHealthy);
    }

    [Fact]
    public async Task SealAsync_OneStatement_IsSignedAndOnDiskWhenAnswered()
    {
        await using var log = _some.Open();
        var entry = SomeLog.Entry(log.Origin, SomeLog.Audit);

        var answer = await log.SealAsync(entry);

        using var reader = _some.Read();
        var batch = Batch.Parse(answer.Batch);
        Assert.Equal((log.Origin, 1L, 1), (batch.Origin, batch.Size, batch.Entries.Count));
        Assert.Equal(entry.Statement, answer.Statement);
        Assert.Equal(entry.Statement, reader.Entry(0)!.Statement);
        Assert.Equal(answer.Signature, reader.BatchOf(0)!.Signature);
        Assert.Equal(new LoggedAuditLine(0, SomePki.Now, SomeLog.Audit), Assert.Single(reader.AuditLines()));
        Assert.Equal(1, log.Size);
    }

    [Fact]
    public async Task SealAsync_Answer_VerifiesForTheCaller()
    {
        await using var log = _some.Open();
        var statement = SomeAnswer.Plain.Statement with { Gateway = log.Origin };

        var answer = await log.SealAsync(new LogEntry(statement.ToBytes(), statement.CallId, null, null));

        var verified = new EvidenceVerifier(SomePki.Shared.Trusted, SomeTime.At(SomePki.Now)).Verify(
            SomeAnswer.Evidence(answer.Statement, answer.Batch, answer.Signature), SomeAnswer.Plain.Facts);
        Assert.Equal(log.Origin, verified.Statement.Gateway);
    }

    [Fact]
    public async Task SealAsync_First_KeepsCertificatesAndContract()
    {
        await using var log = _some.Open();

        await log.SealAsync(SomeLog.Entry(log.Origin));
        await log.SealAsync(SomeLog.Entry(log.Origin));

        using var reader = _some.Read();
        Assert.Equal(SomeLog.Caller.RawData, reader.Certificate(SHA256.HashData(SomeLog.Caller.RawData)));
        Assert.Equal(
            [_some.Signer.Certificate.RawData, SomePki.Shared.Issuer.RawData],
            reader.SigningChain(SHA256.HashData(_some.Signer.Certificate.RawData)));
        Assert.Equal(SomeLog.Contract, reader.Contract(SHA256.HashData(SomeLog.Contract)));
        Assert.Null(reader.Certificate(new byte[32]));
    }

    [Fact]
    public async Task FindByCall_SealedCall_FindsItsEntry()
    {
        await using var log = _some.Open();
        var entries = Enumerable.Range(0, 3).Select(_ => SomeLog.Entry(log.Origin)).ToList();
        foreach (var entry in entries)
            await log.SealAsync(entry);

        using var reader = _some.Read();

        Assert.Equal(1, reader.FindByCall(entries[1].CallId!.Value)!.Position);
        Assert.Null(reader.FindByCall(Guid.CreateVersion7(SomePki.Now)));
        Assert.Null(reader.Entry(3));
        Assert.Null(reader.BatchOf(3));
    }

    [Fact]
    public async Task Open_Again_ContinuesTheSameLog()
    {
        string origin;
        await using (var log = _some.Open())
        {
            origin = log.Origin;
            for (var count = 0; count < 5; count++)
                await log.SealAsync(SomeLog.Entry(origin));
        }

        await using (var log = _some.Open())
        {
            Assert.Equal((origin, 5L), (log.Origin, log.Size));
            await log.SealAsync(SomeLog.Entry(origin));
        }

        _some.CheckFile();
    }

    [Fact]
    public async Task SealAsync_ManyAtOnce_SharesBatchesAndKeepsEveryOne()
    {
        const int Callers = 64;
        const int Each = 25;
        await using var log = _some.Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => SealMany(log, Each))));

        _some.CheckFile();
        Assert.Equal(Callers * Each, log.Size);
        Assert.All(
            answers.SelectMany(each => each),
            answer => Assert.True(Batch.Parse(answer.Batch).Contains(SHA256.HashData(answer.Statement))));
        using var reader = _some.Read();
        Assert.InRange(reader.Batches().Count(), Callers * Each / Batch.MaxEntries, (Callers * Each) - 1);
    }

    [Fact]
    public async Task SealAsync_MoreThanABatchWaits_IsInOrderAndFlushedTogether()
    {
        var commits = 0;
        var options = _some.Options;
        options.BatchesPerFlush = 2;
        options.Probe = (step, _) => commits += step == LogStep.Committed ? 1 : 0;
        await using var log = _some.Open(options);
        _some.Signer.Hold();
        var first = log.SealAsync(SomeLog.Entry(log.Origin)).AsTask();
        await _some.Signer.Entered();

        var entries = Enumerable.Range(0, 40).Select(_ => SomeLog.Entry(log.Origin)).ToList();
        var answers = entries.Select(entry => log.SealAsync(entry).AsTask()).ToList();
        _some.Signer.Release();
        await Task.WhenAll([first, .. answers]);

        using var reader = _some.Read();
        Assert.Equal([1L, 17, 33, 41], reader.Batches().Select(batch => batch.Size));
        Assert.Equal(
            entries.Select(entry => entry.CallId), reader.Entries().Skip(1).Select(each => each.CallId));
        Assert.Equal(3, commits);
    }

    [Fact]
    public async Task SealAsync_QueueFull_RefusesOnlyThoseTooMany()
    {
        var options = _some.Options;
        options.QueueCapacity = 2;
        await using var log = _some.Open(options);
        _some.Signer.Hold();
        var taken = log.SealAsync(SomeLog.Entry(log.Origin)).AsTask();
        await _some.Signer.Entered();
        var waiting = Enumerable.Range(0, 2).Select(_ => log.SealAsync(SomeLog.Entry(log.Origin)).AsTask()).ToList();

        await Assert.ThrowsAsync<EvidenceQueueFullException>(() => Seal(log));
        _some.Signer.Release();

        await Task.WhenAll([taken, .. waiting]);
        Assert.Equal(3, log.Size);
        Assert.True(log.IsHealthy);
    }

    [Fact]
    public async Task DisposeAsync_AnswersWaiting_SealsThemFirst()
    {
        var log = _some.Open();
        _some.Signer.Hold();
        var waiting = Enumerable.Range(0, 20).Select(_ => log.SealAsync(SomeLog.Entry(log.Origin)).AsTask()).ToList();

        var disposed = log.DisposeAsync();
        await Assert.ThrowsAsync<EvidenceUnavailableException>(() => Seal(log));
        _some.Signer.Release();
        await disposed;

        Assert.All(waiting, answer => Assert.True(answer.IsCompletedSuccessfully));
        _some.CheckFile();
    }

    [Fact]
    public async Task SealAsync_Continuation_DoesNotRunOnTheSealingThread()
    {
        await using var log = _some.Open();

        var thread = await log.SealAsync(SomeLog.Entry(log.Origin)).AsTask().ContinueWith(
            _ => Thread.CurrentThread.Name,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

        Assert.NotEqual("evidence sealer", thread);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1281)]
    public async Task SealAsync_StatementOfImpossibleLength_IsRefused(int length)
    {
        await using var log = _some.Open();

        var entry = SomeLog.Entry(log.Origin) with { Statement = new byte[length] };

        await Assert.ThrowsAsync<ArgumentException>(async () => await log.SealAsync(entry));
    }

    [Fact]
    public async Task Open_DirectoryInUse_IsRefusedUntilItIsFree()
    {
        await using (_some.Open())
            Assert.Throws<EvidenceLogOpenException>(() => _some.Open());

        await using var log = _some.Open();
        Assert.Equal(0, log.Size);
    }

    [Fact]
    public async Task Open_UnderAnotherName_IsRefused()
    {
        await using (_some.Open())
        {
        }

        var options = _some.Options;
        options.Name = "traffic-gateway.example/gw-2";

        var refused = Assert.Throws<EvidenceLogOpenException>(() => _some.Open(options));
        Assert.Contains("gw-2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WrongOptions_TellsAllProblems()
    {
        var options = _some.Options;
        options.QueueCapacity = 0;
        options.BatchesPerFlush = 0;

        var refused = Assert.Throws<ValidationException>(() => _some.Open(options));

        Assert.Contains(nameof(options.QueueCapacity), refused.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(options.BatchesPerFlush), refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gw 1")]
    public void Open_NameThatCannotStandInAnOrigin_IsRefused(string name)
    {
        var options = _some.Options;
        options.Name = name;

        Assert.Throws<ValidationException>(() => _some.Open(options));
    }

    public void Dispose() => _some.Dispose();

    private static async Task Seal(Log log) => await log.SealAsync(SomeLog.Entry(log.Origin));

    private static async Task<List<SealedAnswer>> SealMany(Log log, int count)
    {
        var answers = new List<SealedAnswer>();
        for (var index = 0; index < count; index++)
            answers.Add(await log.SealAsync(SomeLog.Entry(log.Origin, SomeLog.Audit)));
        return answers;
    }
}
