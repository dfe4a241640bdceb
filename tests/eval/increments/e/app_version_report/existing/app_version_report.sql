with app as (

    select *
    from {{ ref('stg_itunes_connect__app') }}
),

crashes as (

    select
        date_day,
        app_id,
        app_version,
        source_type,
        sum(crashes) as crashes
    from {{ ref('stg_itunes_connect__app_crash_daily') }}
    group by 1,2,3,4
),

installations as (

    select
        date_day,
        app_id,
        app_version,
        source_type,
        sum(first_time_downloads) as first_time_downloads,
        sum(redownloads) as redownloads,
        sum(updates) as updates,
        sum(deletions) as deletions
    from {{ ref('stg_itunes_connect__installation_daily') }}
    group by 1,2,3,4
),

-- Unifying all dimension values before aggregation
reporting_grain as (

    select date_day, app_id, app_version, source_type from crashes
    union
    select date_day, app_id, app_version, source_type from installations
),

final as (

    select
        reporting_grain.date_day,
        reporting_grain.app_id,
        app.app_name,
        app.bundle_id,
        app.platform,
        app.is_enabled,
        reporting_grain.app_version,
        reporting_grain.source_type,
        coalesce(crashes.crashes, 0) as crashes,
        coalesce(installations.first_time_downloads, 0) as first_time_downloads,
        coalesce(installations.redownloads, 0) as redownloads,
        coalesce(installations.first_time_downloads, 0) + coalesce(installations.redownloads, 0) as total_downloads,
        coalesce(installations.updates, 0) as updates,
        coalesce(installations.deletions, 0) as deletions
    from reporting_grain
    left join app
        on reporting_grain.app_id = app.app_id
    left join crashes
        on reporting_grain.date_day = crashes.date_day
        and reporting_grain.app_id = crashes.app_id
        and reporting_grain.app_version = crashes.app_version
        and reporting_grain.source_type = crashes.source_type
    left join installations
        on reporting_grain.date_day = installations.date_day
        and reporting_grain.app_id = installations.app_id
        and reporting_grain.app_version = installations.app_version
        and reporting_grain.source_type = installations.source_type
)

select *
from final
