using Gateway.Domain;
using Gateway.Server.Replays;

namespace Gateway.Server.Appeals.Documents;

/// <summary>What a request to add a document asks.</summary>
internal sealed record DocumentOrder(OnceRequest Request, AppealKey Appeal, string Title, DocumentContent Content);

/// <summary>Which document is asked for.</summary>
internal sealed record DocumentQuestion(AppealKey Appeal, int DocumentNumber);
