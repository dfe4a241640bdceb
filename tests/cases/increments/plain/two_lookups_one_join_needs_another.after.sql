SELECT
    claim.claim_id,
    claim.amount,
    branch.branch_name
FROM claim
LEFT JOIN policy ON claim.policy_id = policy.policy_id
LEFT JOIN branch ON policy.branch_id = branch.branch_id
WHERE claim.amount > 0
