with transactions as (

    select *
    from {{ ref('int_books__transactions') }}
), accounts as (

    select *
    from {{ ref('int_books__accounts') }}
), joined as (

    select
        {{ dbt.date_trunc('month', 'transactions.transaction_date') }} as date_month,
        accounts.account_id,
        accounts.account_name,
        accounts.account_type,
        sum(case when transactions.kind = 'debit' then -1 * transactions.amount else transactions.amount end) as amount
    from transactions
    left join accounts
        on accounts.account_id = transactions.account_id
        and accounts.source_relation = transactions.source_relation
    where accounts.account_class in ('REVENUE', 'EXPENSE')
    group by 1, 2, 3, 4
), final as (

    select
        *,
        sum(amount) over (partition by account_id order by date_month rows unbounded preceding) as running_amount
    from joined
)

select *
from final
