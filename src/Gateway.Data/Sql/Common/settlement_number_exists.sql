SELECT COUNT(*) AS Found FROM settlement WHERE settlement_number = @SettlementNumber
