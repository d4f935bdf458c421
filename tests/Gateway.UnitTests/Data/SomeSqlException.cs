using System.Reflection;
using Microsoft.Data.SqlClient;

namespace Gateway.UnitTests.Data;

/// <summary>What SQL Server says when something fails. The driver lets nobody else make it.</summary>
internal static class SomeSqlException
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>An exception of these errors, the first of which gives it its number.</summary>
    /// <param name="errors">Number and class of each.</param>
    public static SqlException Of(params IReadOnlyList<(int Number, byte Class)> errors)
    {
        var collection = Make<SqlErrorCollection>();
        foreach (var (number, errorClass) in errors)
        {
            var error = Make<SqlError>(number, (byte)1, errorClass, "server", "text", "procedure", 1, null);
            typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(collection, [error]);
        }

        return (SqlException)typeof(SqlException)
            .GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!
            .Invoke(null, [collection, "16.0"])!;
    }

    private static T Make<T>(params object?[] arguments) => (T)typeof(T).GetConstructors(Hidden)
        .Single(made => made.GetParameters().Length == arguments.Length
            && (arguments.Length == 0 || made.GetParameters()[^1].ParameterType == typeof(Exception)))
        .Invoke(arguments);
}
