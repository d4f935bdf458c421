using Gateway.Data;

namespace Gateway.UnitTests.Data;

public sealed class SqlServerConnectionRulesTests
{
    private const string Good = "Server=db.prosecution.eg;Database=traffic;Encrypt=Strict";

    [Theory]
    [InlineData(Good)]
    [InlineData("Server=db.prosecution.eg;Database=traffic")]
    [InlineData("Data Source=tcp:db,1433;Initial Catalog=traffic;Encrypt=Mandatory;User ID=u;Password=p")]
    public void Faults_EncryptedAndChecked_AreNone(string connectionString)
    {
        Assert.Empty(SqlServerConnectionRules.Faults(connectionString, isDevelopment: false));
        Assert.Empty(SqlServerConnectionRules.Faults(connectionString, isDevelopment: true));
    }

    [Theory]
    [InlineData("Database=traffic", "names no server")]
    [InlineData("Server=db", "names no database")]
    public void Faults_SomethingMissing_IsTold(string connectionString, string fault) => Assert.StartsWith(
        fault, Assert.Single(SqlServerConnectionRules.Faults(connectionString, isDevelopment: true)));

    [Theory]
    [InlineData("db", false, 1)]
    [InlineData("db", true, 1)]
    [InlineData("localhost.example.org", true, 1)]
    [InlineData("10.0.0.127", true, 1)]
    [InlineData("localhost", false, 1)]
    [InlineData("localhost", true, 0)]
    [InlineData("127.0.0.1,1433", true, 0)]
    [InlineData("::1", true, 0)]
    [InlineData("tcp:localhost,1433", true, 0)]
    [InlineData("(local)\\express", true, 0)]
    [InlineData(".", true, 0)]
    public void Faults_Unencrypted_OnlyToThisMachineInDevelopment(string server, bool isDevelopment, int faults) =>
        Assert.Equal(faults, SqlServerConnectionRules.Faults(
            $"Server={server};Database=traffic;Encrypt=Optional", isDevelopment).Count);

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Faults_CertificateUnchecked_OnlyInDevelopment(bool isDevelopment, int faults) => Assert.Equal(
        faults, SqlServerConnectionRules.Faults(Good + ";TrustServerCertificate=True", isDevelopment).Count);

    [Fact]
    public void Faults_Several_AreToldAtOnce() => Assert.Equal(
        4, SqlServerConnectionRules.Faults("Encrypt=False;TrustServerCertificate=True", isDevelopment: false).Count);

    [Theory]
    [InlineData("secret")]
    [InlineData("=")]
    [InlineData("Server=db;Secret=secret")]
    [InlineData("Server=db;Encrypt=secret")]
    [InlineData("Server=db;TrustServerCertificate=secret")]
    [InlineData("Server=db;Connect Timeout=secret")]
    [InlineData("Server=db;Connect Timeout=99999999999")]
    [InlineData("Server=db;Password='secret")]
    public void Faults_NoConnectionString_AreToldWithoutRepeatingIt(string connectionString) => Assert.Equal(
        "is not a connection string of SQL Server.",
        Assert.Single(SqlServerConnectionRules.Faults(connectionString, isDevelopment: false)));
}
