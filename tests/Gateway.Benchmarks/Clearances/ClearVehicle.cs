using Gateway.Contracts.V1;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Gateway.Benchmarks.Clearances;

/// <summary>A vehicle against which nothing is outstanding.</summary>
internal sealed record ClearVehicle(long Id, string Letters, string Digits, int Kind, string Governorate)
{
    /// <summary>Those of a database.</summary>
    public static List<ClearVehicle> Read(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT id, plate_letters, plate_digits, plate_kind, governorate_code FROM vehicle v
            WHERE NOT EXISTS (SELECT 1 FROM fine f WHERE f.vehicle_id = v.id AND f.status IN (1, 3)) ORDER BY id
            """;
        using var reader = command.ExecuteReader();
        var vehicles = new List<ClearVehicle>();
        while (reader.Read())
        {
            vehicles.Add(new ClearVehicle(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetString(4)));
        }

        return vehicles;
    }

    /// <summary>A request for its certificate, on a sheet of its own.</summary>
    public byte[] IssueRequest() => new IssueClearanceCertificateRequest
    {
        RequestId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(),
        Counter = Counter(),
        Subject = Subject(),
        SheetSerial = $"EG-26-{Id:D8}",
    }.ToByteArray();

    /// <summary>A question for its fines.</summary>
    public byte[] InquiryRequest() =>
        new InquireFinesRequest { Counter = Counter(), Subject = Subject() }.ToByteArray();

    private static Counter Counter() => new() { BranchCode = "00001", CounterCode = "01", TellerCode = "load" };

    private Subject Subject() => new()
    {
        VehiclePlate = new VehiclePlate
        {
            Letters = Letters,
            Digits = Digits,
            Kind = (PlateKind)Kind,
            GovernorateCode = Governorate,
        },
    };
}
