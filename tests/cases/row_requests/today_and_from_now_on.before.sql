with bills as (
    select client_id, count(*) as bill_count from {{ ref('stg_bills') }} group by 1
)
select
    c.client_id,
    c.client_name,
    bills.bill_count
from {{ ref('stg_clients') }} as c
left join bills on bills.client_id = c.client_id
