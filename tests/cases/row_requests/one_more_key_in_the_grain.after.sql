with visits as (

    select *
    from {{ ref('stg_visits') }}

), daily as (

    select
        site_id,
        visited_on,
        count(*) as visits,
        count(distinct visitor_id) as visitors,
        sum(seconds) as seconds_on_site,
        device
    from visits
    group by 1, 2, 6

)

select
    site_id,
    visited_on,
    visits,
    visitors,
    seconds_on_site,
    device
from daily
