{{ config(materialized='table') }}

with payments as (

    select
        p.payment_id as transaction_id,
        'payment' as transaction_type,
        pl.line_no,
        p.paid_on as transaction_date,
        p.customer_id as party_id,
        p.deposit_account_id as account_id,
        pl.amount
    from {{ ref('stg_qb__payment') }} as p
    inner join {{ ref('stg_qb__payment_line') }} as pl
        on p.payment_id = pl.payment_id

),

expenses as (

    select
        e.expense_id as transaction_id,
        'expense' as transaction_type,
        el.line_no,
        e.spent_on as transaction_date,
        e.vendor_id as party_id,
        e.account_id,
        -1 * el.amount as amount
    from {{ ref('stg_qb__expense') }} as e
    inner join {{ ref('stg_qb__expense_line') }} as el
        on e.expense_id = el.expense_id

),

unioned as (

    select * from payments
    union all
    select * from expenses

)

select
    unioned.*,
    accounts.name as account_name
from unioned
left join {{ ref('stg_qb__account') }} as accounts
    on unioned.account_id = accounts.account_id
