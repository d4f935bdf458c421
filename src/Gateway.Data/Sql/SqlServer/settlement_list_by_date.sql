-- One page of the settlements of a business day, by branch, then in the order in which they were made.
SELECT TOP (@Limit)
  s.id AS Id,
  s.settlement_number AS SettlementNumber,
  s.branch_code AS BranchCode,
  s.counter_code AS CounterCode,
  s.teller_code AS TellerCode,
  s.payment_method AS PaymentMethod,
  s.payment_reference AS PaymentReference,
  (SELECT COUNT(*) FROM settlement_item i WHERE i.settlement_id = s.id) AS ItemCount,
  s.total AS Total,
  s.settle_time AS SettleTime,
  r.reverse_time AS ReverseTime
FROM settlement s
LEFT JOIN settlement_reversal r ON r.settlement_id = s.id
WHERE s.business_date = @BusinessDate
  AND s.branch_code >= @AfterBranchCode
  AND (s.branch_code > @AfterBranchCode OR s.id > @AfterId)
ORDER BY s.branch_code, s.id
