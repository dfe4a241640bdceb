select
    -1 as customer_id,
    'unknown' as name
