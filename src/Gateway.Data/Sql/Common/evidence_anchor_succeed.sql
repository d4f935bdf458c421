UPDATE evidence_anchor SET successor = @Successor WHERE origin = @Origin AND successor IS NULL
