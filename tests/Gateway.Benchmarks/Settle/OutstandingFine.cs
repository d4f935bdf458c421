using Gateway.Contracts.V1;
using Gateway.Domain;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;
using Status = Gateway.Domain.FineStatus;

namespace Gateway.Benchmarks.Settle;

/// <summary>A fine of a vehicle that can be settled.</summary>
internal sealed record OutstandingFine(
    long Id, long VehicleId, string Letters, string Digits, int Kind, string Governorate, string Number, Money Amount,
    Money Fees)
{
    /// <summary>The outstanding fines of vehicles in a database, at most one of each.</summary>
    public static List<OutstandingFine> Read(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT MIN(f.id), v.id, v.plate_letters, v.plate_digits, v.plate_kind, v.governorate_code, f.fine_number,
              f.amount, f.fees
            FROM fine f JOIN vehicle v ON v.id = f.vehicle_id
            WHERE f.status = 1 GROUP BY v.id ORDER BY v.id
            """;
        using var reader = command.ExecuteReader();
        var fines = new List<OutstandingFine>();
        while (reader.Read())
        {
            fines.Add(new OutstandingFine(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4),
                reader.GetString(5), reader.GetString(6), Money.FromPiastres(reader.GetInt64(7)),
                Money.FromPiastres(reader.GetInt64(8))));
        }

        return fines;
    }

    /// <summary>A request that settles it.</summary>
    public byte[] Request()
    {
        var due = Amount + Fees;
        var amount = new Google.Type.Money
        {
            CurrencyCode = "EGP",
            Units = due.Piastres / 100,
            Nanos = (int)(due.Piastres % 100) * 10_000_000,
        };
        var now = TimeProvider.System.GetUtcNow();
        return new SettleFinesRequest
        {
            RequestId = Guid.CreateVersion7(now).ToString(),
            Counter = new Counter { BranchCode = "00001", CounterCode = "01", TellerCode = "load" },
            Subject = new Contracts.V1.Subject
            {
                VehiclePlate = new Contracts.V1.VehiclePlate
                {
                    Letters = Letters,
                    Digits = Digits,
                    Kind = (Contracts.V1.PlateKind)Kind,
                    GovernorateCode = Governorate,
                },
            },
            Items =
            {
                new SettlementItem
                {
                    FineNumber = Number,
                    Etag = Etag.Of(Status.Outstanding, Amount, Fees),
                    Amount = amount,
                },
            },
            Payment = new Payment
            {
                Method = Contracts.V1.PaymentMethod.Cash,
                Amount = amount,
                CollectTime = Timestamp.FromDateTimeOffset(now),
            },
        }.ToByteArray();
    }
}
