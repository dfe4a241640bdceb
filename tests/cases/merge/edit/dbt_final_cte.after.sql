{{ config(materialized='incremental', unique_key='customer_id') }}

{#- reads the CRM's customers: don't rename -#}
with source as (

    select * from {{ source('crm', 'customer') }}
    {% if is_incremental() %}
    where updated_at > (select max(updated_at) from {{ this }})
    {% endif %}

),

country as (

    select * from {{ ref('country') }}

),

final as (

    select
        customer_id,
        trim(name) as customer_name,
        updated_at,
        source.segment,
        country.country_name
    from source
    left join country on source.country_id = country.country_id
    {% if is_incremental() %} -- only what is new
    where updated_at is not null
    {% endif %}
)

select * from final
