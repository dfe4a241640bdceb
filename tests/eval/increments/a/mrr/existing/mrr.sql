with customer_revenue_by_month as (

    select * from {{ ref('customer_revenue_by_month') }}

),

unioned as (

    select
        date_month,
        customer_id,
        mrr,
        mrr > 0 as is_active
    from customer_revenue_by_month

),

-- get prior month MRR and calculate MRR change
mrr_with_changes as (

    select
        *,

        coalesce(
            lag(is_active) over (partition by customer_id order by date_month),
            false
        ) as previous_month_is_active,

        coalesce(
            lag(mrr) over (partition by customer_id order by date_month),
            0
        ) as previous_month_mrr

    from unioned

),

final as (

    select
        cast(date_month as varchar) || '-' || customer_id as id,
        *,
        mrr - previous_month_mrr as mrr_change
    from mrr_with_changes

)

select * from final
