INSERT INTO settlement_item (settlement_id, line_number, fine_id, amount, is_active)
VALUES (@SettlementId, @LineNumber, @FineId, @Amount, 1)
