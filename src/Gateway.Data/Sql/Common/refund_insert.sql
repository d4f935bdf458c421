INSERT INTO refund (
  refund_number, kind, appeal_id, fine_id, settlement_id, amount, recipient_name, recipient_national_id, due_time)
VALUES (
  @RefundNumber, @Kind, @AppealId, @FineId, @SettlementId, @Amount, @RecipientName, @RecipientNationalId, @DueTime)
