using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Gateway.Testing.Gateways;

/// <summary>The books of a gateway's database, read beside the gateway, for holding them to the laws.</summary>
/// <param name="connect">Opens a connection to it.</param>
internal sealed class Ledger(Func<DbConnection> connect)
{
    private const string Settle = "'/traffic.gateway.v1.SettlementService/SettleFines'";

    /// <summary>The books of a gateway whose embedded database is in its folder.</summary>
    public static Ledger OfFolder(string directory) => new(() =>
    {
        var connection = new SqliteConnection(
            $"Data Source={Path.Combine(directory, "prosecution.db")};Pooling=False");
        connection.Open();
        return connection;
    });

    /// <summary>
    /// Settlements, their active items, and the sum of these items in piastres; sample data's own are left out.
    /// </summary>
    public async Task<(long Settlements, long Items, long Piastres)> TotalsAsync() => (
        await NumberAsync($"SELECT COUNT(*) FROM call_result WHERE state = 1 AND method = {Settle}"),
        await NumberAsync("""
            SELECT COUNT(*) FROM settlement_item i JOIN settlement s ON s.id = i.settlement_id
            JOIN call_result c ON c.caller = s.caller AND c.request_id = s.request_id WHERE i.is_active = 1
            """),
        await NumberAsync("""
            SELECT COALESCE(SUM(i.amount), 0) FROM settlement_item i JOIN settlement s ON s.id = i.settlement_id
            JOIN call_result c ON c.caller = s.caller AND c.request_id = s.request_id WHERE i.is_active = 1
            """));

    /// <summary>What breaks laws 1 to 3, 5, 7 to 9 or 11, each in words; empty where they hold.</summary>
    public async Task<IReadOnlyList<string>> BrokenLawsAsync()
    {
        var broken = new List<string>();
        await Check("a fine in two active settlements",
            "SELECT COUNT(*) FROM (SELECT fine_id FROM settlement_item WHERE is_active = 1 GROUP BY fine_id HAVING COUNT(*) > 1) x");
        await Check("a settlement whose items do not add up", """
            SELECT COUNT(*) FROM (SELECT s.id FROM settlement s LEFT JOIN settlement_item i ON i.settlement_id = s.id
            GROUP BY s.id, s.total HAVING COALESCE(SUM(i.amount), 0) <> s.total) x
            """);
        await Check("a settled fine without an active item", """
            SELECT COUNT(*) FROM fine f WHERE f.status = 2
            AND NOT EXISTS (SELECT 1 FROM settlement_item i WHERE i.fine_id = f.id AND i.is_active = 1)
            """);
        await Check("an active item of a fine that is outstanding", """
            SELECT COUNT(*) FROM settlement_item i JOIN fine f ON f.id =
                i.fine_id WHERE i.is_active = 1 AND f.status = 1
            """);
        await Check("a kept answer without its settlement", $"""
            SELECT COUNT(*) FROM call_result c WHERE c.state = 1 AND c.method = {Settle}
            AND NOT EXISTS (SELECT 1 FROM settlement s WHERE s.caller = c.caller AND s.request_id = c.request_id)
            """);
        await Check("an abandoned request with a settlement", """
            SELECT COUNT(*) FROM call_result c
            JOIN settlement s ON s.caller = c.caller AND s.request_id = c.request_id WHERE c.state = 2
            """);
        await Check("an active item of a settlement that was taken back, or the reverse", """
            SELECT COUNT(*) FROM settlement_item i LEFT JOIN settlement_reversal r ON r.settlement_id = i.settlement_id
            WHERE (i.is_active = 1 AND r.settlement_id IS NOT NULL) OR (i.is_active = 0 AND r.settlement_id IS NULL)
            """);
        await Check("a settlement on a day that was closed", """
            SELECT COUNT(*) FROM settlement s JOIN business_day d ON d.business_date = s.business_date
            WHERE d.is_closed = 1 AND s.settle_time > d.close_time
            """);
        await Check("a reversal on a day that was closed", """
            SELECT COUNT(*) FROM settlement_reversal r JOIN settlement s ON s.id = r.settlement_id
            JOIN business_day d ON d.business_date = s.business_date
            WHERE d.is_closed = 1 AND r.reverse_time > d.close_time
            """);
        await Check("a refund that was paid on a day that was closed", """
            SELECT COUNT(*) FROM refund r JOIN business_day d ON d.business_date = r.business_date
            WHERE d.is_closed = 1 AND r.pay_time > d.close_time
            """);
        await Check("the fee of an appeal on a day that was closed", """
            SELECT COUNT(*) FROM appeal a JOIN business_day d ON d.business_date = a.business_date
            WHERE d.is_closed = 1 AND a.fee_amount > 0 AND a.submit_time > d.close_time
            """);
        foreach (var (law, count) in AppealLaws.All)
            await Check(law, count);
        return broken;

        async Task Check(string law, string count)
        {
            var found = await NumberAsync(count);
            if (found > 0)
                broken.Add($"{found} x {law}");
        }
    }

    /// <summary>Plates of private vehicles with outstanding fines: letters and digits.</summary>
    public async Task<IReadOnlyList<(string Letters, string Digits)>> DebtorsAsync(int count)
    {
        await using var connection = connect();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT DISTINCT v.plate_letters, v.plate_digits FROM vehicle v JOIN fine f ON f.vehicle_id = v.id
            WHERE f.status = 1 AND v.plate_kind = 1 AND v.plate_letters <> '' ORDER BY v.plate_letters, v.plate_digits
            """;
        await using var reader = await command.ExecuteReaderAsync();
        var plates = new List<(string, string)>();
        while (plates.Count < count && await reader.ReadAsync())
            plates.Add((reader.GetString(0), reader.GetString(1)));
        return plates;
    }

    /// <summary>Amounts that a query answers, in piastres.</summary>
    public async Task<IReadOnlyList<long>> PiastresAsync(string sql)
    {
        await using var connection = connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var amounts = new List<long>();
        while (await reader.ReadAsync())
            amounts.Add(Piastres(reader.GetValue(0)));
        return amounts;
    }

    private async Task<long> NumberAsync(string sql)
    {
        await using var connection = connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Piastres(await command.ExecuteScalarAsync());
    }

    // Money is pounds with two decimals in SQL Server, and nothing else here is a decimal.
    private static long Piastres(object? value) => value switch
    {
        decimal pounds => (long)(pounds * 100),
        var number => Convert.ToInt64(number, CultureInfo.InvariantCulture),
    };
}
