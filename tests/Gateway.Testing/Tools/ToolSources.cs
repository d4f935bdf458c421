namespace Gateway.Testing.Tools;

/// <summary>Where the outside programs of tests come from.</summary>
internal static class ToolSources
{
    private static readonly Dictionary<string, string> Sources = new(StringComparer.Ordinal)
    {
        ["openssl"] = "apt-get install openssl",
        ["node"] = "apt-get install nodejs npm",
        ["npm"] = "apt-get install npm",
        ["/usr/bin/chromium"] = "apt-get install chromium",
        ["go"] = "apt-get install golang-go",
        ["/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog/tile.go"] = "apt-get install golang-golang-x-mod-dev",
        ["sqlite3"] = "apt-get install sqlite3",
        ["pdftotext"] = "apt-get install poppler-utils",
        ["pdftoppm"] = "apt-get install poppler-utils",
        ["pdffonts"] = "apt-get install poppler-utils",
        ["zbarimg"] = "apt-get install zbar-tools",
        ["convert"] = "apt-get install imagemagick",
        ["/usr/bin/python3"] = "apt-get install python3",
        ["/usr/lib/python3/dist-packages/cbor2/__init__.py"] = "apt-get install python3-cbor2",
        ["/usr/lib/python3/dist-packages/cryptography/__init__.py"] = "apt-get install python3-cryptography",
        ["/usr/sbin/bearerbox"] = "apt-get install kannel",
        ["/usr/sbin/smsbox"] = "apt-get install kannel",
        ["/usr/lib/kannel/test/fakesmsc"] = "apt-get install kannel-extras",
    };

    /// <summary>Which of these programs are missing and how to get them; null where none is.</summary>
    public static string? Missing(IEnumerable<string> tools)
    {
        var missing = tools.Where(tool => Tool.Find(tool) is null).ToList();
        return missing.Count > 0
            ? string.Join("; ", missing.Select(tool => $"{tool} is not installed: {Sources[tool]}"))
            : null;
    }
}
