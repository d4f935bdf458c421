using System.ComponentModel.DataAnnotations;

namespace Gateway.Server.Sms.Kannel;

/// <summary>The smsbox of a Kannel SMS gateway. Read where <c>Gateway:Sms:Provider</c> is <c>Kannel</c>.</summary>
internal sealed class KannelOptions
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private const int MaxHeader = 80;

    /// <summary>Address of its <c>sendsms</c>. Default <c>http://127.0.0.1:13013/cgi-bin/sendsms</c>.</summary>
    public string Url { get; set; } = "http://127.0.0.1:13013/cgi-bin/sendsms";

    /// <summary>The <c>username</c> of Kannel's group <c>sendsms-user</c>. Required.</summary>
    public string Username { get; set; } = "";

    /// <summary>Its <c>password</c>; from the environment, not from the command line. Never logged.</summary>
    public string Password { get; set; } = "";

    /// <summary>
    /// File whose only line is the password, readable by nobody else; instead of <see cref="Password"/>.
    /// </summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>Sender that the telephone shows: up to 11 letters and digits, or up to 15 digits. Required.</summary>
    public string From { get; set; } = "";

    /// <summary>
    /// Address that Kannel sends delivery reports to, as Kannel reaches it. Default: <c>/sms/report</c> on the
    /// listener of <c>Gateway:Operations:Listen</c>.
    /// </summary>
    public string ReportUrl { get; set; } = "";

    /// <summary>
    /// How long Kannel may take to answer; not more than <c>Gateway:Sms:SendTimeout</c>. Default 8 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Requests to Kannel at once; more wait for their turn. Default 16.</summary>
    [Range(1, 1000)]
    public int Connections { get; set; } = 16;

    /// <summary>What is wrong with the settings.</summary>
    /// <param name="sendTimeout">How long one try may take.</param>
    public IEnumerable<string> Faults(TimeSpan sendTimeout)
    {
        if (!IsHttp(Url))
            yield return "Gateway:Sms:Kannel:Url is not an http or https address.";
        if (!IsHttp(ReportUrl))
            yield return "Gateway:Sms:Kannel:ReportUrl is not an http or https address with a port that is known.";
        if (!IsHeader(Username))
            yield return "Gateway:Sms:Kannel:Username is required: up to 80 ASCII characters.";
        if (!IsSender(From))
            yield return "Gateway:Sms:Kannel:From is required: up to 11 letters and digits, or up to 15 digits.";
        if (Timeout > sendTimeout)
            yield return "Gateway:Sms:Kannel:Timeout is more than Gateway:Sms:SendTimeout.";
        if (PasswordFault() is { } fault)
            yield return fault;
    }

    /// <summary>The password.</summary>
    /// <exception cref="IOException">Its file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Its file may not be read.</exception>
    public string ReadPassword() =>
        PasswordFile.Length == 0 ? Password : File.ReadAllText(PasswordFile).TrimEnd('\r', '\n');

    private string? PasswordFault()
    {
        if (Password.Length > 0 == PasswordFile.Length > 0)
            return "Gateway:Sms:Kannel takes either Password or PasswordFile.";
        try
        {
            if (PasswordFile.Length > 0 && !OperatingSystem.IsWindows()
                && (File.GetUnixFileMode(PasswordFile) & Others) != 0)
                return "Gateway:Sms:Kannel:PasswordFile may be read by others; set its mode to 0600.";
            return IsHeader(ReadPassword())
                ? null
                : "Gateway:Sms:Kannel: the password is not 1 to 80 ASCII characters.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "Gateway:Sms:Kannel:PasswordFile cannot be read.";
        }
    }

    // Port 0 is what a listener has whose port the system chooses.
    private static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Port > 0;

    // Kannel strips blanks at the ends.
    private static bool IsHeader(string value) =>
        value.Length is > 0 and <= MaxHeader && value.All(c => c is >= ' ' and <= '~') && value.Trim() == value;

    private static bool IsSender(string value) =>
        value.All(char.IsAsciiDigit)
            ? value.Length is > 0 and <= 15
            : value.Length <= 11 && value.Trim() == value && value.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ');
}
