-- @Ids is a JSON array of numbers. A fine that has the state already is not counted as changed.
UPDATE fine
SET status = @Status
WHERE id IN (SELECT value FROM json_each(@Ids)) AND status <> @Status
