using System.Data.Common;
using System.Net.Sockets;
using Gateway.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Gateway.UnitTests.Data;

public sealed class SqlServerFailureTests
{
    private static readonly SqlConnection Closed = new();

    [Theory]
    [InlineData(2601, 14, SqlServerFault.Duplicate)]
    [InlineData(2627, 14, SqlServerFault.Duplicate)]
    [InlineData(1205, 13, SqlServerFault.Conflict)] // deadlock's victim
    [InlineData(1222, 16, SqlServerFault.Conflict)] // waited too long for a lock
    [InlineData(3960, 16, SqlServerFault.Conflict)] // newer version of the row
    [InlineData(51222, 16, SqlServerFault.Conflict)] // the gateway's own lock
    [InlineData(-2, 11, SqlServerFault.Unavailable)] // statement took too long
    [InlineData(229, 14, SqlServerFault.Unavailable)] // no permission
    [InlineData(922, 14, SqlServerFault.Unavailable)] // being recovered
    [InlineData(942, 14, SqlServerFault.Unavailable)] // offline
    [InlineData(983, 14, SqlServerFault.Unavailable)] // not the primary replica
    [InlineData(1105, 17, SqlServerFault.Unavailable)] // filegroup full
    [InlineData(3906, 16, SqlServerFault.Unavailable)] // read-only
    [InlineData(4060, 11, SqlServerFault.Unavailable)] // database not opened
    [InlineData(9002, 17, SqlServerFault.Unavailable)] // log full
    [InlineData(10054, 20, SqlServerFault.Unavailable)] // connection lost
    [InlineData(18456, 14, SqlServerFault.Unavailable)] // login failed
    [InlineData(102, 15, SqlServerFault.Program)] // syntax
    [InlineData(208, 16, SqlServerFault.Program)] // no such table
    [InlineData(515, 16, SqlServerFault.Program)] // NULL where there may be none
    [InlineData(547, 16, SqlServerFault.Program)] // foreign key or CHECK
    internal void Classify_ErrorOfTheServer_TellsWhatItMeans(int number, byte errorClass, SqlServerFault fault) =>
        Assert.Equal(fault, SqlServerFailure.Classify(SomeSqlException.Of((number, errorClass)), Closed));

    [Fact]
    public void Classify_SeveralErrors_TakesTheOneThatExplains()
    {
        var duplicate = SomeSqlException.Of((3621, (byte)0), (2627, (byte)14));
        var deadlock = SomeSqlException.Of((50000, (byte)16), (1205, (byte)13));

        Assert.Equal(SqlServerFault.Duplicate, SqlServerFailure.Classify(duplicate, Closed));
        Assert.Equal(SqlServerFault.Conflict, SqlServerFailure.Classify(deadlock, Closed));
    }

    [Fact]
    public void Classify_LostConnection_IsUnavailableHoweverItIsTold()
    {
        Exception[] told =
        [
            new IOException(), new SocketException(), new InvalidOperationException(), new ObjectDisposedException("x"),
        ];

        Assert.All(told, exception => Assert.Equal(
            SqlServerFault.Unavailable, SqlServerFailure.Classify(exception, Closed)));
    }

    [Fact]
    public void Classify_OpenConnection_FaultOfTheProgramStaysOne()
    {
        using DbConnection open = new SqliteConnection("Data Source=:memory:");
        open.Open();

        Assert.Equal(SqlServerFault.Program, SqlServerFailure.Classify(new InvalidOperationException(), open));
        Assert.Equal(SqlServerFault.Program, SqlServerFailure.Classify(new InvalidDataException(), Closed));
        Assert.Equal(SqlServerFault.Program, SqlServerFailure.Classify(new OperationCanceledException(), Closed));
    }
}
