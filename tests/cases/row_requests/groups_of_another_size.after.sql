with calls as (

    select *
    from {{ ref('stg_call') }}
    where answered_at is not null

),

daily as (

    select
        cast(called_at as date) as call_day,
        queue,
        count(*) as calls,
        count(distinct caller_id) as callers
    from calls
    group by 1, 2
    having count(*) >= 2

)

select * from daily
