using System.Globalization;
using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.Data;

namespace Gateway.Cli.Demo;

/// <summary>The citizen of the sample data who appeals.</summary>
internal static class DemoPerson
{
    /// <summary>The citizen's national id.</summary>
    public static string NationalId => NamedSample.LicenceHolder.Value;

    /// <summary>
    /// The citizen, with another telephone each time: a gateway sends only so many messages a day to one number.
    /// </summary>
    public static Appellant Appellant()
    {
        var digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        return new Appellant
        {
            FullName = "منى أحمد عبد الله الشافعي",
            NationalId = NationalId,
            MobileNumber = $"01599{digits}",
            SmsLanguage = SmsLanguage.Ar,
        };
    }
}
