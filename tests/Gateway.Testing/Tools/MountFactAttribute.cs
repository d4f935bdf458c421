using Xunit;

namespace Gateway.Testing.Tools;

/// <summary>A test that mounts a file system of its own; without the right to, it is a skip that says so.</summary>
internal sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || Tool.Find("mount") is null)
            Skip = "a disk of its own is mounted for this test: run it on Linux as root";
    }
}
