select
    c.contract_no as contract_no,
    c.month as month
from (
    select
        c.*,
        cast(unnest(generate_series(date_trunc('month', c.signed_on), date_trunc('month', c.ended_on), interval 1 month)) as date) as month
    from contract as c
) as c
