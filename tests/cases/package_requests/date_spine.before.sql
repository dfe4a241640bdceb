with spine as (

    {% if execute %}
    {% set first_date_query %}
        select min(moved_on) as min_date from {{ ref('stg_wh__movement') }}
    {% endset %}
    {% set first_date = run_query(first_date_query).columns[0][0]|string %}
    {% else %}
    {% set first_date = '2024-01-01' %}
    {% endif %}

    {{ dbt_utils.date_spine(
        datepart="day",
        start_date="cast('2024-01-01' as date)",
        end_date="cast('2024-01-04' as date)"
    ) }}

), movement as (

    select
        moved_on,
        item_id,
        sum(quantity) as quantity_moved
    from {{ ref('stg_wh__movement') }}
    group by moved_on, item_id

), items as (

    select *
    from {{ ref('stg_wh__item') }}

), final as (

    select
        cast(spine.date_day as date) as date_day,
        items.item_id,
        items.item_name,
        coalesce(movement.quantity_moved, 0) as quantity_moved
    from spine
    cross join items
    left join movement
        on movement.moved_on = spine.date_day
        and movement.item_id = items.item_id

)

select * from final
