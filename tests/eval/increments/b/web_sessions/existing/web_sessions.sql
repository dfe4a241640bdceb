{{ config(
    materialized = 'incremental',
    unique_key = 'session_id',
    sort = 'session_start_tstamp'
) }}

{% set partition_by = "partition by session_id" %}
{% set window_clause = "partition by session_id order by page_view_id rows between unbounded preceding and unbounded following" %}

with pageviews_sessionized as (

    select * from {{ ref('page_views_sessionized') }}

    {% if is_incremental() %}
    where tstamp > (select max(session_start_tstamp) from {{ this }})
    {% endif %}

),

agg as (

    select distinct

        session_id,
        anonymous_id,
        min(tstamp) over ( {{ partition_by }} ) as session_start_tstamp,
        max(tstamp) over ( {{ partition_by }} ) as session_end_tstamp,
        count(*) over ( {{ partition_by }} ) as page_views,
        first_value(page_url_path) over ({{ window_clause }}) as first_page_url_path,
        first_value(utm_source) over ({{ window_clause }}) as utm_source

    from pageviews_sessionized

),

diffs as (

    select *,
        date_diff('second', session_start_tstamp, session_end_tstamp) as duration_in_s
    from agg

)

select * from diffs
