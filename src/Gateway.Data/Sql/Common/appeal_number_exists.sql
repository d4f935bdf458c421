SELECT COUNT(*) AS Found FROM appeal WHERE appeal_number = @AppealNumber
