{%- set rolling_metrics = ['device_installs', 'device_uninstalls'] -%}

with installs as (

    select *
    from {{ ref('stg_google_play__stats_installs_device') }}

), ratings as (

    select *
    from {{ ref('stg_google_play__stats_ratings_device') }}

), install_metrics as (

    select
        *
        {% for metric in rolling_metrics %}
        , sum({{ metric }}) over (
            partition by package_name, device
            order by date_day
            rows between unbounded preceding and current row
        ) as total_{{ metric }}
        {% endfor %}
    from installs

), device_join as (

    select
        -- grain of this model: day, device, package
        coalesce(install_metrics.date_day, ratings.date_day) as date_day,
        coalesce(install_metrics.device, ratings.device) as device,
        coalesce(install_metrics.package_name, ratings.package_name) as package_name,

        coalesce(install_metrics.active_device_installs, 0) as active_device_installs,
        coalesce(install_metrics.device_installs, 0) as device_installs,
        coalesce(install_metrics.device_uninstalls, 0) as device_uninstalls,
        coalesce(install_metrics.device_upgrades, 0) as device_upgrades,
        coalesce(install_metrics.user_installs, 0) as user_installs,
        coalesce(install_metrics.user_uninstalls, 0) as user_uninstalls,
        coalesce(install_metrics.install_events, 0) as install_events,
        coalesce(install_metrics.uninstall_events, 0) as uninstall_events,
        install_metrics.total_device_installs,
        install_metrics.total_device_uninstalls,

        -- days without a review have no rating
        ratings.daily_average_rating,
        ratings.total_average_rating
    from install_metrics
    full outer join ratings
        on install_metrics.date_day = ratings.date_day
        and install_metrics.package_name = ratings.package_name
        and install_metrics.device = ratings.device

), final as (

    select *
    from device_join

)

select *
from final
