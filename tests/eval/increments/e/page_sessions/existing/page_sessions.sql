{{ config(materialized = 'table') }}

{% set inactivity_minutes = var('segment_inactivity_minutes', 30) %}

with page_views as (

    select *
    from {{ ref('stg_segment__page_view_raw') }}

    {% if var('segment_page_views_start', none) %}
    where received_at >= '{{ var("segment_page_views_start") }}'
    {% endif %}

),

-- how long since the last page of the same visitor
previous as (

    select
        *,
        lag(viewed_at) over (partition by anonymous_id order by viewed_at) as previous_viewed_at
    from page_views

),

flagged as (

    select
        *,
        case
            when previous_viewed_at is null then 1
            when viewed_at > previous_viewed_at + interval '{{ inactivity_minutes }} minutes' then 1
            else 0
        end as is_new_session
    from previous

),

numbered as (

    select
        *,
        sum(is_new_session) over (
            partition by anonymous_id
            order by viewed_at
            rows between unbounded preceding and current row
        ) as session_number
    from flagged

),

ordered as (

    select
        *,
        row_number() over (partition by anonymous_id, session_number order by viewed_at) as page_number
    from numbered

),

session_agg as (

    select
        anonymous_id,
        session_number,
        max(user_id) as user_id,
        min(viewed_at) as session_start_at,
        max(viewed_at) as session_end_at,
        count(*) as page_views,
        max(case when page_number = 1 then page_url end) as first_page_url,
        max(case when page_number = 1 then page_path end) as first_page_path,
        max(case when page_number = 1 then referrer end) as referrer,
        max(case when page_number = 1 then utm_source end) as utm_source,
        max(case when page_number = 1 then utm_medium end) as utm_medium,
        max(case when page_number = 1 then device_category end) as device_category
    from ordered
    group by 1, 2

),

final as (

    select
        anonymous_id || '-' || cast(session_number as {{ dbt.type_string() }}) as session_id,
        *,
        {{ dbt.datediff('session_start_at', 'session_end_at', 'second') }} as duration_in_seconds
    from session_agg

)

select * from final
