WITH c AS (
  SELECT a.*, coalesce(a.classification, CASE
      WHEN a.account_type IN ('Bank', 'Accounts Receivable', 'Other Current Asset', 'Fixed Asset', 'Other Asset') THEN 'Asset'
      WHEN a.account_type IN ('Accounts Payable', 'Credit Card', 'Other Current Liability', 'Long Term Liability') THEN 'Liability'
      WHEN a.account_type = 'Equity' THEN 'Equity'
      WHEN a.account_type IN ('Income', 'Other Income') THEN 'Revenue'
      WHEN a.account_type IN ('Expense', 'Other Expense', 'Cost of Goods Sold') THEN 'Expense' END) AS cls
  FROM qb_account a
)
SELECT c.id::VARCHAR AS account_id,
       c.account_number::VARCHAR AS account_number,
       c.name::VARCHAR AS account_name,
       c.sub_account::BOOLEAN AS is_sub_account,
       (CASE WHEN c.sub_account THEN p.account_number ELSE c.account_number END)::VARCHAR AS parent_account_number,
       (CASE WHEN c.sub_account THEN p.fully_qualified_name ELSE c.fully_qualified_name END)::VARCHAR AS parent_account_name,
       c.account_type::VARCHAR AS account_type,
       c.account_sub_type::VARCHAR AS account_sub_type,
       c.cls::VARCHAR AS classification,
       (CASE WHEN c.cls IN ('Asset', 'Liability', 'Equity') THEN 'balance_sheet' ELSE 'income_statement' END)::VARCHAR AS statement,
       (CASE WHEN c.cls IN ('Asset', 'Expense') THEN 'debit' ELSE 'credit' END)::VARCHAR AS normal_side,
       c.balance::DECIMAL(14,2) AS current_balance,
       c.active::BOOLEAN AS is_active
FROM c
LEFT JOIN qb_account p ON p.id = c.parent_account_id
