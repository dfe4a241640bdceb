with base as (

    select *
    from {{ ref('stg_shop__order_tmp') }}
),

fields as (

    select
        {{
            fivetran_utils.fill_staging_columns(
                source_columns=adapter.get_columns_in_relation(ref('stg_shop__order_tmp')),
                staging_columns=get_order_columns()
            )
        }}
        {{ fivetran_utils.source_relation(
            union_schema_variable='shop_union_schemas',
            union_database_variable='shop_union_databases')
        }}
    from base
),

final as (

    select
        source_relation,
        cast(id as {{ dbt.type_string() }}) as order_id,
        cast(created_at as {{ dbt.type_timestamp() }}) as created_at,
        {{ fivetran_utils.json_extract('properties', 'channel') }} as channel,
        row_number() over (partition by id {{ fivetran_utils.partition_by_source_relation() }} order by _fivetran_synced desc) = 1 as is_most_recent_record,
        cast(coalesce(total_tax, 0) as decimal(38,10)) as total_tax,
        cast(updated_at as timestamp) as updated_at,
        trim(lower(email)) as customer_email
    from fields
    where not coalesce(_fivetran_deleted, false)
)

select *
from final
