namespace Gateway.Domain;

/// <summary>What fines stand against, as it is stored: a vehicle's plate or a driver.</summary>
public abstract record Subject;
