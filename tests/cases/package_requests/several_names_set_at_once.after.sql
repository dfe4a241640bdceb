{{
  config(
    materialized='incremental',
    unique_key='page_view_id',
    upsert_date_key='start_tstamp',
    tags=["derived"],
    on_schema_change='sync_all_columns'
  )
}}

{%- set lower_limit, upper_limit = web_utils.return_limits(ref('base_events'), 'start_tstamp') %}

with prep as (
  select
    -- user fields
    ev.user_id,
    ev.domain_userid

    -- page view fields
    ,ev.page_view_id
    ,ev.derived_tstamp as start_tstamp
    ,ev.page_url
    ,row_number() over (partition by ev.page_view_id order by ev.derived_tstamp) as dedupe
    ,ev.device_family

  from {{ ref('base_events') }} as ev
  where ev.event_name = 'page_view'
    and ev.page_view_id is not null
    {% if var("enable_bots", false) %}
    and not ev.is_bot
    {% endif %}
)

, page_view_events as (
  select
    p.user_id
    ,p.domain_userid
    ,p.page_view_id
    ,p.start_tstamp
    ,p.page_url
    ,t.end_tstamp
    ,coalesce(t.engaged_time_in_s, 0) as engaged_time_in_s
    ,p.device_family
    ,t.scroll_depth
  from prep p
  left join {{ ref('engaged_time') }} t
    on p.page_view_id = t.page_view_id
  where p.dedupe = 1
)

select
  pve.page_view_id
  ,pve.user_id
  ,pve.domain_userid
  ,pve.start_tstamp
  ,coalesce(pve.end_tstamp, pve.start_tstamp) as end_tstamp
  ,pve.engaged_time_in_s
  ,pve.page_url
  ,row_number() over (partition by pve.domain_userid order by pve.start_tstamp) as page_view_index
  ,pve.device_family
  ,coalesce(pve.scroll_depth, 0) as scroll_depth
from page_view_events pve
