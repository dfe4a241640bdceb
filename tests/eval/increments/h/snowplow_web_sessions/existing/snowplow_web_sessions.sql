{{
    config(
        materialized='incremental',
        unique_key='session_id',
        on_schema_change='append_new_columns'
    )
}}

with page_views as (

    select * from {{ ref('snowplow_web_page_views') }}

    {% if is_incremental() %}
    -- re-do every session that received a page view since the last run
    where session_id in (
        select distinct session_id
        from {{ ref('snowplow_web_page_views') }}
        where start_tstamp > (select max(session_end) from {{ this }})
    )
    {% endif %}

),

numbered as (

    select
        *,
        row_number() over (partition by session_id order by start_tstamp) as page_view_in_session
    from page_views

),

session_stats as (

    select
        session_id,
        min(start_tstamp) as session_start,
        max(start_tstamp) as session_end,
        count(*) as page_views,
        sum(engaged_time_in_s) as engaged_time_in_s
    from page_views
    group by session_id

),

first_page as (

    select
        session_id,
        domain_userid,
        page_url_path as landing_page_path,
        mkt_medium,
        mkt_source,
        refr_medium
    from numbered
    where page_view_in_session = 1

)

select
    first_page.session_id,
    first_page.domain_userid,
    session_stats.session_start,
    session_stats.session_end,
    session_stats.page_views,
    session_stats.engaged_time_in_s,
    session_stats.page_views = 1 as is_bounced,
    first_page.landing_page_path,
    first_page.mkt_medium,
    first_page.mkt_source,
    first_page.refr_medium
from first_page
inner join session_stats
    on first_page.session_id = session_stats.session_id
