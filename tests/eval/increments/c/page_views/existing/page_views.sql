{{
    config(
        materialized='incremental',
        incremental_strategy='append'
    )
}}

with events as (

    select *
    from {{ ref('stg_snowplow__event') }}
    where event_name = 'page_view'

    {% if is_incremental() %}
        and collector_tstamp > (select max(collector_tstamp) from {{ this }})
    {% endif %}

),

pings as (

    select
        page_view_id,
        count(distinct event_id) as ping_count
    from {{ ref('stg_snowplow__event') }}
    where event_name = 'page_ping'
    group by 1

),

numbered as (

    -- trackers retry, so the same page view may arrive twice
    select
        *,
        row_number() over (partition by page_view_id order by collector_tstamp) as arrival
    from events

),

deduplicated as (

    select *
    from numbered
    where arrival = 1

),

enriched as (

    select
        deduplicated.page_view_id,
        deduplicated.domain_user_id,
        deduplicated.session_id,
        deduplicated.collector_tstamp,
        deduplicated.page_url,
        deduplicated.page_referrer,
        upper(deduplicated.geo_country) as geo_country,
        deduplicated.device_class,
        coalesce(pings.ping_count, 0) * 10 as engaged_seconds
    from deduplicated
    left join pings
        on pings.page_view_id = deduplicated.page_view_id

)

select * from enriched
