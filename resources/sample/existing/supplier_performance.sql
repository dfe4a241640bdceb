{{ config(
    materialized = 'incremental',
    unique_key   = 'supplier_id',
    tags         = ['srm', 'reports']
) }}

{# Supplier performance, one row for each vendor.
   Owner: procurement reporting. Do not rename columns: two dashboards read them. #}
{% set first_day = '2018-01-01' %}

with inspection as (

    -- quality inspections, summed up for each vendor
    select
        i.VNDR_ID
      , count(*)          as inspection_count
      , sum(i.SMPL_QTY)   as sampled
      , sum(i.DEFECT_QTY) as defects
    from {{ source('srm', 'QLTY_INSP') }} as i
    where i.INSP_DT >= date '{{ first_day }}'
    group by i.VNDR_ID

)

select
    v.VNDR_ID                                                   as supplier_id
  , count(d.EVT_ID)                                             as delivery_count     -- open events too
  , sum(case when d.DLV_DT <= d.PROM_DT then 1 else 0 end)      as on_time_count
  , round(100.0 * sum(case when d.DLV_DT <= d.PROM_DT then 1 else 0 end)
          / nullif(count(d.EVT_ID), 0), 2)                      as on_time_rate
  , max(q.inspection_count)                                     as inspection_count
  , round(100.0 * max(q.defects) / nullif(max(q.sampled), 0), 2)  as defect_rate      /* per cent of the sample */

from {{ source('srm', 'VNDR_MST') }} as v
left join {{ source('srm', 'DLV_EVT') }} as d
    on d.VNDR_ID = v.VNDR_ID
left join inspection as q
    on q.VNDR_ID = v.VNDR_ID
{% if is_incremental() %}
where d.PROM_DT >= (select current_date - 400)  -- a little more than a year, late bookings included
{% endif %}
group by
    v.VNDR_ID
  , v.VNDR_NM
  , v.STAT_CD
  , v.RISK_SCR
