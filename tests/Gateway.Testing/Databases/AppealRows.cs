using System.Globalization;
using Gateway.Data;
using Gateway.Domain;

namespace Gateway.Testing.Databases;

/// <summary>Appeals without fines, for tests of their stages and SMS.</summary>
internal static class AppealRows
{
    private const int PerTransaction = 500;

    /// <summary>Adds a vehicle and appeals of it, numbered from 1.</summary>
    /// <param name="database">Where.</param>
    /// <param name="count">How many.</param>
    /// <param name="submitTime">When they are submitted; their first SMS is due then.</param>
    /// <param name="mobileNumber">The number of each; a number of its own where null.</param>
    /// <param name="language">Language of the SMS.</param>
    public static async Task AddAsync(
        IProsecutionDatabase database,
        int count,
        DateTimeOffset submitTime,
        Func<int, string>? mobileNumber = null,
        SmsLanguage language = SmsLanguage.English)
    {
        for (var first = 1; first <= count; first += PerTransaction)
        {
            await database.WriteAsync(
                async session =>
                {
                    for (var n = first; n < Math.Min(first + PerTransaction, count + 1); n++)
                        await new AppealStore(session).InsertAsync(
                            Appeal(n, submitTime, mobileNumber?.Invoke(n) ?? NumberOf(n), language), default);
                    return true;
                },
                default);
        }
    }

    /// <summary>Moves an appeal as the gateway does.</summary>
    public static Task MoveAsync(
        IProsecutionDatabase database, int appeal, AppealStage stage, DateTimeOffset time) => database.WriteAsync(
        async session =>
        {
            var appeals = new AppealStore(session);
            var found = await appeals.FindByNumberAsync(AppealNumberOf(appeal), default);
            await appeals.MoveAsync(found!, new AppealMove(stage, "spiffe://ppo.gov.eg/review/1", null, time), default);
            return true;
        },
        default);

    /// <summary>Number of the n-th appeal.</summary>
    public static string AppealNumberOf(int n) => n.ToString("D15", CultureInfo.InvariantCulture);

    private static string NumberOf(int n) => "+2010" + n.ToString("D8", CultureInfo.InvariantCulture);

    private static NewAppeal Appeal(
        int n, DateTimeOffset submitTime, string mobileNumber, SmsLanguage language) => new()
        {
            AppealNumber = AppealNumberOf(n),
            Caller = "spiffe://post.gov.eg/branch/00001",
            RequestId = AppealNumberOf(n),
            BranchCode = "00001",
            CounterCode = "01",
            TellerCode = "t",
            Subject = new SubjectKey(SubjectKind.Vehicle, 1),
            IsWhole = true,
            AppellantName = PersonName.FromStored("محمود إبراهيم"),
            AppellantNationalId = NationalId.FromStored("28503120102347"),
            MobileNumber = MobileNumber.FromStored(mobileNumber),
            SmsLanguage = language,
            FeeAmount = Money.Zero,
            BusinessDate = DateOnly.FromDateTime(submitTime.UtcDateTime),
            SubmitTime = submitTime,
            DueTime = submitTime.AddHours(72),
        };
}
