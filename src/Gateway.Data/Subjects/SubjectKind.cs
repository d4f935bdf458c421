namespace Gateway.Data;

/// <summary>Which table a subject is in.</summary>
public enum SubjectKind
{
    /// <summary>A vehicle.</summary>
    Vehicle = 1,

    /// <summary>A driver.</summary>
    Driver = 2,
}
