SELECT COUNT(*) AS Found FROM refund WHERE refund_number = @RefundNumber
