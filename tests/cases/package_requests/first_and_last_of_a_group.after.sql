with scans as (

    select *
    from {{ ref('stg_scan') }}

),

numbered as (

    select
        *,
        row_number() over (partition by card_no, visit_no order by scanned_at) as scan_number
    from scans

),

visits as (

    select
        card_no,
        visit_no,
        min(scanned_at) as visit_started_at,
        count(*) as shelf_scans,
        max(case when scan_number = 1 then shelf end) as first_shelf,
        max(case when scan_number = 1 then clerk end) as first_clerk,
        arg_max(shelf, scan_number) as last_shelf,
        count(distinct clerk) as distinct_clerks
    from numbered
    group by 1, 2

),

final as (

    select
        card_no || '-' || cast(visit_no as varchar) as visit_id,
        visit_started_at,
        shelf_scans,
        first_shelf,
        first_clerk,
        last_shelf,
        distinct_clerks,
        case when shelf_scans = 1 then true else false end as is_short
    from visits

)

select * from final
