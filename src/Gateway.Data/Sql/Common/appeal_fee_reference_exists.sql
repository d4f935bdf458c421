-- Cash (1) may repeat a reference; the condition is that of the unique index.
SELECT COUNT(*) AS Found
FROM appeal
WHERE fee_payment_method = @PaymentMethod
  AND fee_payment_reference = @PaymentReference
  AND fee_payment_reference IS NOT NULL
  AND fee_payment_method <> 1
