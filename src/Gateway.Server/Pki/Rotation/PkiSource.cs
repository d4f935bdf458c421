using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Callers;
using Gateway.Server.Clearances;
using Gateway.Server.Hosting;

namespace Gateway.Server.Pki;

/// <summary>
/// Reads the certificates and keys, part by part: each is checked as a whole and refused as a whole, and one that is
/// refused does not hold up the others: a broken server certificate must not keep a revocation from its effect. Used by
/// one thread at a time; <see cref="States"/> by any.
/// </summary>
internal sealed class PkiSource : IDisposable
{
    private readonly GatewayOptions _options;
    private readonly bool _isProduction;
    private readonly TimeProvider _time;
    private readonly List<PartWatch> _parts = [];
    private readonly List<string> _changed = [];
    private Shared<ServerIdentity>? _server;
    private Shared<CallerTrust>? _callers;
    private Shared<SigningKeys>? _signing;
    private Shared<ClearanceKeys>? _clearance;
    private RevocationNumbers? _numbers;

    public PkiSource(GatewayOptions options, IHostEnvironment environment, TimeProvider time)
    {
        _options = options;
        _isProduction = environment.IsProduction();
        _time = time;
        var pki = options.Pki;
        Add("server certificate", ServerIdentity.Files(pki), files => Put(
            ref _server, ServerIdentity.Load(files, pki, Now), server => [server.Certificate]));
        Add("callers", CallerTrust.Files(pki), files => Put(
            ref _callers, CallerTrust.Load(files, pki, Numbers, time), trust => trust.Authorities.Certificates));
        Add("signing key", SigningKeys.Files(pki), files => Put(
            ref _signing, SigningKeys.Load(files, pki, Now), keys => keys.Signers.All.Select(key => key.Certificate)));
        Add("clearance keys", ClearanceKeyFiles.Files(pki), files => Put(
            ref _clearance,
            ClearanceKeyFiles.Load(files, pki, _clearance?.Value, options.Clearance.Validity, Now),
            keys => keys.Certificates));
    }

    /// <summary>How each part stands.</summary>
    public IReadOnlyList<PartState> States => [.. _parts.Select(part => part.State)];

    /// <summary>Whether it is worth looking again soon.</summary>
    public bool IsDue => _parts.Exists(part => part.IsDue);

    // Not before it is needed: by then there is a data directory.
    private RevocationNumbers Numbers => _numbers ??= RevocationNumbers.Open(_options.DataDirectory);

    private DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Reads everything.</summary>
    /// <exception cref="InvalidDataException">
    /// Something is missing or wrong; the message tells every fault at once.
    /// </exception>
    public GatewayPki Begin()
    {
        var faults = new List<string>();
        foreach (var part in _parts)
        {
            try
            {
                part.Begin(Now);
            }
            catch (InvalidDataException e)
            {
                faults.Add(e.Message);
            }
        }

        return faults.Count == 0
            ? Whole()
            : throw new InvalidDataException("Certificates or keys cannot be used: " + string.Join(" | ", faults));
    }

    /// <summary>Looks at everything.</summary>
    /// <returns>Another set, and the parts that are other ones; null where nothing changed, or nothing that can be
    /// used.</returns>
    public (GatewayPki Pki, IReadOnlyList<string> Parts)? Look()
    {
        foreach (var part in _parts)
        {
            if (part.Look(Now))
                _changed.Add(part.State.Part);
        }

        if (_changed.Count == 0)
            return null;
        var change = (Whole(), (IReadOnlyList<string>)[.. _changed]);
        _changed.Clear();
        return change;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _server?.Release();
        _callers?.Release();
        _signing?.Release();
        _clearance?.Release();
    }

    private void Add(string name, IReadOnlyList<string> files, Action<FileSnapshot> take) => _parts.Add(new PartWatch(
        name, () => FileSnapshot.Read(_options.Pki.Directory, files), take,
        new RotationTiming(_options.Pki.PollInterval, _options.Pki.SettleTime)));

    private GatewayPki Whole() => new(_server!, _callers!, _signing!, _clearance!);

    private void Put<T>(ref Shared<T>? part, T read, Func<T, IEnumerable<X509Certificate2>> certificates)
        where T : class, IDisposable
    {
        if (_isProduction)
            Guard(read, certificates(read));
        var before = part;
        part = new Shared<T>(read);
        before?.Release();
    }

    private static void Guard(IDisposable read, IEnumerable<X509Certificate2> certificates)
    {
        try
        {
            SampleGuard.Check(certificates);
        }
        catch
        {
            read.Dispose();
            throw;
        }
    }
}
