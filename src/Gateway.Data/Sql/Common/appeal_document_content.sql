SELECT content AS Content FROM appeal_document WHERE appeal_id = @AppealId AND document_number = @DocumentNumber
