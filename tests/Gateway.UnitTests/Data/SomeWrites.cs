using Gateway.Data;

namespace Gateway.UnitTests.Data;

/// <summary>Writes of one row each, to see which of them were kept: business days, numbered from 1 on.</summary>
internal static class SomeWrites
{
    /// <summary>Adds a day in a transaction of its own.</summary>
    public static Task<bool> AddDayAsync(
        IProsecutionDatabase database, int day, CancellationToken cancellationToken = default) =>
        database.WriteAsync(session => AddDayAsync(session, day), cancellationToken);

    /// <summary>Adds a day.</summary>
    public static async Task<bool> AddDayAsync(DatabaseSession session, int day)
    {
        await new BusinessDayStore(session).LockAsync(
            new DateOnly(2026, 1, 1).AddDays(day - 1), CancellationToken.None);
        return true;
    }

    /// <summary>Adds a day, then throws.</summary>
    public static Task<bool> AddDayAndThrowAsync(IProsecutionDatabase database, int day, Exception exception) =>
        database.WriteAsync<bool>(
            async session =>
            {
                await AddDayAsync(session, day);
                throw exception;
            },
            CancellationToken.None);

    /// <summary>Adds a day, then runs statements on the transaction's connection.</summary>
    public static Task<bool> AddDayAndRunAsync(
        IProsecutionDatabase database, int day, params IReadOnlyList<string> statements) =>
        database.WriteAsync(
            async session =>
            {
                await AddDayAsync(session, day);
                foreach (var statement in statements)
                    Run(session, statement);
                return true;
            },
            CancellationToken.None);

    /// <summary>Runs one statement on the transaction's connection.</summary>
    public static void Run(DatabaseSession session, string statement)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
