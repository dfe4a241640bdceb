WITH acc AS (
  SELECT DISTINCT account_id, account_number, account_name, statement FROM gl_transactions
), sp AS (
  SELECT unnest(generate_series((SELECT date_trunc('month', min(txn_date)) FROM gl_transactions)::TIMESTAMP, TIMESTAMP '2024-12-01', INTERVAL 1 MONTH))::DATE AS m
), net AS (
  SELECT account_id, date_trunc('month', txn_date)::DATE AS m, sum(signed_amount) AS net, count(*) AS n
  FROM gl_transactions GROUP BY ALL
), g AS (
  SELECT acc.*, sp.m, coalesce(net.net, 0) AS net, coalesce(net.n, 0) AS n,
         sum(coalesce(net.net, 0)) OVER (PARTITION BY acc.account_id ORDER BY sp.m ROWS UNBOUNDED PRECEDING) AS cum
  FROM acc CROSS JOIN sp
  LEFT JOIN net ON net.account_id = acc.account_id AND net.m = sp.m
)
SELECT account_id::VARCHAR AS account_id,
       account_number::VARCHAR AS account_number,
       account_name::VARCHAR AS account_name,
       statement::VARCHAR AS statement,
       m::DATE AS period_first_day,
       last_day(m)::DATE AS period_last_day,
       strftime(m, '%Y-%m')::VARCHAR AS period,
       n::INTEGER AS posting_count,
       net::DECIMAL(14,2) AS period_net_change,
       (CASE WHEN statement = 'balance_sheet' THEN cum - net ELSE 0 END)::DECIMAL(14,2) AS beginning_balance,
       (CASE WHEN statement = 'balance_sheet' THEN cum ELSE 0 END)::DECIMAL(14,2) AS ending_balance
FROM g
