UPDATE appeal_item
SET is_open = 0
WHERE appeal_id = @AppealId
