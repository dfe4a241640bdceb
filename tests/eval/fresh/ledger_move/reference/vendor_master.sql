SELECT v.id::VARCHAR AS vendor_id,
       coalesce(nullif(trim(v.display_name), ''), v.company_name)::VARCHAR AS vendor_name,
       v.account_number::VARCHAR AS account_number,
       v.active::BOOLEAN AS is_active,
       coalesce(v.balance, 0)::DECIMAL(14,2) AS balance,
       coalesce(upper(v.currency_id), 'USD')::VARCHAR AS currency_code,
       nullif(concat_ws(', ', nullif(a.line_1, ''), nullif(a.line_2, '')), '')::VARCHAR AS address_line,
       a.city::VARCHAR AS city,
       (CASE WHEN upper(trim(a.country)) IN ('US', 'USA', 'UNITED STATES') THEN 'US' ELSE trim(a.country) END)::VARCHAR AS country,
       lower(v.web_url)::VARCHAR AS web_url,
       coalesce(v.vendor_1099, false)::BOOLEAN AS is_1099,
       v.created_at::DATE AS created_date
FROM qb_vendor v
LEFT JOIN qb_address a ON a.id = v.billing_address_id
WHERE coalesce(v.is_deleted, false) = false
