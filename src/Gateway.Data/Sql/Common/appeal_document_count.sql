SELECT COUNT(*) AS Documents FROM appeal_document WHERE appeal_id = @AppealId
