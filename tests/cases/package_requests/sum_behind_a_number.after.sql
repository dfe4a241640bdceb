{%- set metrics = ['clicks', 'spend'] -%}

{{ config(materialized='table') }}

with prep as (

    select
        date_day
        , page_id
        , lower(trim(page_name)) as page_name
        {% for m in metrics -%}
        , sum({{ m }}) as {{ m }}
        {% endfor %},
        sum(impressions) as impressions
    from {{ source('web', 'page_stats') }}
    group by 1, 2, 3

)

, with_rank as (

    select
        *
        , row_number() over (partition by page_id order by date_day) as day_number
    from prep

)

select
    {{ dbt_utils.generate_surrogate_key(['date_day', 'page_id']) }} as page_day_id
    , date_day
    , page_id
    , page_name
    , clicks
    , spend
    , day_number
    , impressions
    , case when day_number = 1 then true else false end as is_first_day
from with_rank
