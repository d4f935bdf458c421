using System.Security.Cryptography;
using Gateway.Domain;

namespace Gateway.Server.Requests;

/// <summary>Draws numbers for settlements, appeals and refunds.</summary>
internal static class NewRecordNumber
{
    /// <summary>A number that is not in use.</summary>
    /// <param name="businessDate">The day in Cairo to which the record counts.</param>
    /// <param name="isUsed">Whether a record of this kind has the number.</param>
    public static async Task<string> DrawAsync(DateOnly businessDate, Func<string, Task<bool>> isUsed)
    {
        while (true)
        {
            var number = RecordNumber.Create(businessDate, RandomNumberGenerator.GetInt32);
            if (!await isUsed(number))
                return number;
        }
    }
}
