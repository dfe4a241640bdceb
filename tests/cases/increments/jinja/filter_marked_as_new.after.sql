with views as (

    select * from {{ ref('page_view') }}
    {% if is_incremental() %}
    where seen_on > (select max(first_seen_on) from {{ this }})
    {% endif %}

),

visitors as (

    select
        visitor,
        count(*) as views,
        min(seen_on) as first_seen_on,
        max(seen_on) as last_seen_on
    from views
    where not coalesce(is_bot = true, false)
    group by 1

)

select * from visitors
