UPDATE settlement_item
SET is_active = 0
WHERE settlement_id = @SettlementId AND is_active = 1
