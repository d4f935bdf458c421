using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Gateway.Benchmarks.Settle;

/// <summary>
/// The reference: the same rows as a settlement of the gateway, by ADO.NET alone, with statements that were prepared once
/// and the same durability (WAL, synchronous FULL).
/// </summary>
internal sealed class BareSettlements : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _settlement;
    private readonly SqliteCommand _item;
    private readonly SqliteCommand _fine;
    private readonly SqliteCommand _answer;
    private readonly SqliteCommand _day;
    private readonly byte[] _request;
    private readonly byte[] _response;
    private long _serial;

    /// <param name="file">A database of its own.</param>
    /// <param name="requestBytes">Length of a request that is kept.</param>
    /// <param name="responseBytes">Length of a response that is kept.</param>
    public BareSettlements(string file, int requestBytes, int responseBytes)
    {
        _request = RandomNumberGenerator.GetBytes(requestBytes);
        _response = RandomNumberGenerator.GetBytes(responseBytes);
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using var settings = _connection.CreateCommand();
        settings.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON";
        settings.ExecuteNonQuery();
        _settlement = Prepare("""
            INSERT INTO settlement (settlement_number, caller, request_id, branch_code, counter_code, teller_code,
              vehicle_id, driver_id, total, payment_method, payment_amount, payment_reference, collect_time, payer_name,
              payer_national_id, payer_mobile_number, business_date, settle_time)
            VALUES (@number, 'spiffe://post.gov.eg/branch/00001', @request, '00001', '01', 'load', @vehicle, NULL, @total,
              1, @total, NULL, '2026-11-23T08:00:00.000Z', NULL, NULL, NULL, '2026-11-23', '2026-11-23T08:00:00.000Z')
            RETURNING id
            """, "@number", "@request", "@vehicle", "@total");
        _item = Prepare(
            "INSERT INTO settlement_item VALUES (@settlement, 1, @fine, @total, 1)", "@settlement", "@fine", "@total");
        _fine = Prepare("UPDATE fine SET status = 2 WHERE id = @fine AND status = 1", "@fine");
        _day = Prepare("SELECT is_closed FROM business_day WHERE business_date = '2026-11-23'");
        _answer = Prepare("""
            INSERT INTO call_result (caller, request_id, method, request_sha256, request, response, call_id, create_time,
              state)
            VALUES ('spiffe://post.gov.eg/branch/00001', @request_id,
              '/traffic.gateway.v1.SettlementService/SettleFines', @sha256, @request, @response, @request_id,
              '2026-11-23T08:00:00.000Z', 1)
            """, "@request_id", "@sha256", "@request", "@response");
    }

    /// <summary>Settles these fines, so many to a COMMIT.</summary>
    public void Settle(IReadOnlyList<OutstandingFine> fines, int perCommit)
    {
        foreach (var group in fines.Chunk(perCommit))
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            foreach (var fine in group)
                Settle(fine, transaction);
            transaction.Commit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in new[] { _settlement, _item, _fine, _day, _answer })
            command.Dispose();
        _connection.Dispose();
    }

    private void Settle(OutstandingFine fine, SqliteTransaction transaction)
    {
        var serial = (++_serial).ToString("D12", CultureInfo.InvariantCulture);
        var total = (fine.Amount + fine.Fees).Piastres;
        var requestId = $"{serial[..8]}-{serial[8..]}-4000-8000-000000000000";
        Run(_day, transaction);
        var id = (long)Run(_settlement, transaction, $"bare{serial}", requestId, fine.VehicleId, total)!;
        Run(_item, transaction, id, fine.Id, total);
        Run(_fine, transaction, fine.Id);
        Run(_answer, transaction, requestId, SHA256.HashData(_request), _request, _response);
    }

    private static object? Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command.ExecuteScalar();
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter(name, null));
        command.Prepare();
        return command;
    }
}
