{{ config(materialized='incremental', unique_key='customer_id') }}

{#- reads the CRM's customers: don't rename -#}
with source as (

    select * from {{ source('crm', 'customer') }}
    {% if is_incremental() %}
    where updated_at > (select max(updated_at) from {{ this }})
    {% endif %}

),

final as (

    select
        customer_id,
        trim(name) as customer_name,
        updated_at
    from source
    {% if is_incremental() %} -- only what is new
    where updated_at is not null
    {% endif %}
)

select * from final
