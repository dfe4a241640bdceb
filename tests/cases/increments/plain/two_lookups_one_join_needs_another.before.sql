SELECT
    claim.claim_id,
    claim.amount
FROM claim
WHERE claim.amount > 0
