using System.Text;
using Gateway.Evidence;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary>
/// <c>VERIFY.md</c>: what the bundle proves, and the commands that check it, for this case. The blocks marked
/// <c>sh</c>, one after the other in one shell with <c>set -eu</c>, end non-zero at the first thing that is wrong.
/// </summary>
internal sealed class BundleGuide(SortedDictionary<string, byte[]> files)
{
    public const string Name = "VERIFY.md";

    private const string BlockEnd = "```\n\n";

    private readonly StringBuilder _text = new();
    private readonly Statement _statement = Statement.Parse(files[BundleFiles.Statement]);

    private bool IsStamped => files.ContainsKey(BundleFiles.StampedBatch);

    /// <summary>The text.</summary>
    public string Write()
    {
        Introduce();
        CheckFiles();
        CheckStatement();
        if (IsStamped)
            CheckTime();
        CheckSignature(BundleFiles.Batch, BundleFiles.Signature);
        CheckInclusion();
        ReadMessages();
        return BundleSums.Close(_text.ToString());
    }

    private void Introduce()
    {
        Paragraph("# Evidence of one answer");
        Paragraph($"""
            | | |
            |---|---|
            | call | `{_statement.CallId}` |
            | of | `{_statement.Caller}` |
            | method | `{_statement.Method}` |
            | outcome | gRPC status {_statement.StatusCode} |
            | complete | {_statement.CompleteTime.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z by the gateway's clock |
            | log | `{_statement.Gateway}` |

            Needed are a shell, the coreutils and OpenSSL 3, and, from outside this folder, the root certificate of the
            prosecution's answers{(IsStamped ? " and that of the time-stamp authority" : "")}: a root that came with
            the bundle would prove nothing. Compare the fingerprints with those that were published. Run the commands in
            this folder, in one shell: the first that fails ends it.
            """);
        Shell(
            "set -eu",
            BundleSums.OwnLine.TrimEnd(),
            $"test \"$(grep -v '^guide=' {Name} | sha256sum | cut -c1-64)\" = \"$guide\"",
            ": \"${ROOT:?file of the signing root, PEM}\"",
            "openssl x509 -in \"$ROOT\" -noout -subject -fingerprint -sha256");
        if (IsStamped)
        {
            Shell(
                ": \"${TSAROOT:?file of the time-stamp authority's root, PEM}\"",
                "openssl x509 -in \"$TSAROOT\" -noout -subject -fingerprint -sha256");
        }

        foreach (var direction in BundleMessages.Directions)
        {
            var file = BundleMessages.FileOf(direction);
            if (!files.ContainsKey(file))
            {
                Paragraph($"""
                    **`{file}` is not in this bundle**: the {direction} was kept only by the party that called. Its
                    SHA-256 stands in the statement, and proves the message when somebody brings it.
                    """);
            }
        }
    }

    private void CheckFiles()
    {
        Paragraph("## The files are those of the bundle, as this one is");
        Shell(
        [
            ": \"${guide:?}\"",
            "sha256sum --strict -c - <<'SUMS'",
            .. BundleSums.Of(files),
            "SUMS",
        ]);
    }

    private void CheckStatement()
    {
        Paragraph("""
            ## What the statement says

            One line of JSON. Each digest in it is that of a file here.
            """);
        Shell("digest() { openssl dgst -sha256 -r \"$1\" | cut -c1-64; }", "cat statement.json; echo");
        foreach (var direction in BundleMessages.Directions)
        {
            Compare(BundleMessages.FileOf(direction), $"{direction}_sha256");
            CheckStream(direction);
        }

        Compare(BundleMessages.Details, "status_details_sha256");
        Compare(BundleFiles.Caller, "caller_certificate_sha256");
        Compare(BundleFiles.Contract, "contract_sha256");
        Paragraph("The statement is one of the batch that was signed, and of the same log.");
        Shell(
            "grep -qx \"$(digest statement.json)\" batch.txt",
            "grep -qF \"\\\"gateway\\\":\\\"$(sed -n 2p batch.txt)\\\"\" statement.json");
    }

    private void Compare(string file, string member)
    {
        if (files.ContainsKey(file))
            Shell($"grep -qF \"\\\"{member}\\\":\\\"$(digest {file})\\\"\" statement.json");
    }

    private void CheckStream(string direction)
    {
        var messages = Messages(direction);
        if (messages.Count == 0 || messages[0] == BundleMessages.FileOf(direction))
            return;
        var digests = BundleMessages.FileOf(direction);
        Paragraph($"`{digests}` is the SHA-256 of each message of the stream, one after another.");
        Shell(
            $"for i in $(seq {messages.Count}); do openssl dgst -sha256 -binary {direction}-messages/$i.bin; done | "
                + $"cmp - {digests}");
    }

    private List<string> Messages(string direction) =>
        [.. MessageText.FilesOf(_statement, direction).Where(files.ContainsKey)];

    private void CheckTime()
    {
        Paragraph("""
            ## When it was there

            The time-stamp authority saw the signature of a later batch of the log. Certificates have to be valid at the
            time that it says.
            """);
        Shell(
            "stamp=$(openssl ts -reply -in stamped.tsr -text 2>/dev/null | sed -n 's/^Time stamp: //p')",
            "echo \"$stamp\"",
            "at=$(date -u -d \"$stamp\" +%s)",
            "openssl ts -verify -in stamped.tsr -data stamped.p7s -CAfile \"$TSAROOT\" -untrusted tsa-chain.pem "
                + "-attime \"$at\"");
        Paragraph("The call was complete by then; clocks may be a minute apart.");
        Shell(
            "complete=$(date -u -d \"$(sed 's/.*\"complete_time\":\"\\([^\"]*\\)\".*/\\1/' statement.json)\" +%s)",
            "test \"$complete\" -le \"$((at + 60))\"");
    }

    private void CheckSignature(string batch, string signature)
    {
        Paragraph($"""
            ## What the prosecution signed in `{batch}`

            OpenSSL has no purpose of document signing (1.3.6.1.5.5.7.3.36, RFC 9336), so that is looked at by itself.
            """);
        var verify = $"openssl cms -verify -binary -inform DER -in {signature} -content {batch} -CAfile \"$ROOT\" "
            + $"-certfile chain.pem -purpose any -cades {(IsStamped ? "-attime \"$at\" " : "")}-out /dev/null";
        Shell(
            verify,
            $"{verify} -signer /dev/stdout 2>/dev/null | openssl x509 -noout -subject -ext extendedKeyUsage | "
                + "grep -F 1.3.6.1.5.5.7.3.36");
    }

    private void CheckInclusion()
    {
        var head = IsStamped ? BundleFiles.StampedBatch : BundleFiles.Batch;
        if (IsStamped)
            CheckSignature(BundleFiles.StampedBatch, BundleFiles.StampedSignature);
        Paragraph($"""
            ## The statement stands in the log

            From the statement up the tree to the root in `{head}`, line by line of `inclusion.txt` (RFC 9162, section
            2.1).
            """);
        Shell(
            "node() { basenc --base16 -d | openssl dgst -sha256 -r | cut -c1-64 | tr a-f A-F; }",
            "hash=$(printf '00%s' \"$(digest statement.json | tr a-f A-F)\" | node)",
            "while read -r side sibling; do",
            "  case $side in left) pair=$sibling$hash ;; right) pair=$hash$sibling ;; *) exit 1 ;; esac",
            "  hash=$(printf '01%s' \"$pair\" | node)",
            "done < inclusion.txt",
            $"test \"$(printf %s \"$hash\" | basenc --base16 -d | base64 -w0)\" = \"$(sed -n 4p {head})\"");
        if (IsStamped)
            Shell($"test \"$(sed -n 2p {head})\" = \"$(sed -n 2p batch.txt)\"");
        if (!IsStamped)
        {
            Paragraph("""
                **The log had no time stamp after this answer yet.** The evidence counts while the signing certificate
                is valid; ask for the bundle again later.
                """);
        }
    }

    private void ReadMessages()
    {
        if (MessageText.MethodOf(_statement.Method) is not { } method)
            return;
        var messages = BundleMessages.Directions
            .SelectMany(direction => Messages(direction)
                .Select(file => (File: file, Type: MessageText.TypeOf(method, direction).FullName)))
            .ToList();
        if (messages.Count == 0)
            return;
        Paragraph("""
            ## What was said

            `request.txt` and `response.txt` are to read; what counts are the messages' bytes, which protoc reads with the
            contract that the statement names.
            """);
        Shell(
        [
            "if command -v protoc >/dev/null; then",
            .. messages.Select(message =>
                $"  protoc --decode {message.Type} --descriptor_set_in contract.binpb < {message.File}"),
            "fi",
        ]);
    }

    private void Paragraph(string text) => _text.Append(text).Append("\n\n");

    // Commands with nothing said between them are one block.
    private void Shell(params IEnumerable<string> lines)
    {
        if (_text.ToString().EndsWith(BlockEnd, StringComparison.Ordinal))
            _text.Length -= BlockEnd.Length;
        else
            _text.Append("```sh\n");
        _text.AppendJoin('\n', lines).Append('\n').Append(BlockEnd);
    }
}
