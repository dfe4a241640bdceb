with daily as (

    select
        day,
        sum(cost) as cost
    from ad_cost
    group by day

),

final as (

    select
        *,
        round(cost, 0) as whole_cost
    from daily

)

select * from final
