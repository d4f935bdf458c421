-- Cash (1) may repeat a reference; the condition is that of the unique index.
SELECT COUNT(*) AS Found
FROM settlement
WHERE payment_method = @PaymentMethod
  AND payment_reference = @PaymentReference
  AND payment_reference IS NOT NULL
  AND payment_method <> 1
