UPDATE evidence_anchor
SET size = @Size, root = @Root, update_time = @UpdateTime
WHERE origin = @Origin AND size < @Size AND successor IS NULL
