{{ config(materialized='view') }}

with messages as (

    select
        id as message_id,
        created_at as message_created_at,
        date_sent as message_sent_at,
        account_id,
        direction,
        from_number,
        to_number,
        status,
        error_code,
        error_message,
        body,
        num_segments,
        num_media,
        price,
        price_unit,
        messaging_service_id
    from {{ source('twilio', 'message') }}
),

accounts as (

    select
        id as account_id,
        friendly_name as account_name,
        row_number() over (partition by id order by updated_at desc) as row_num
    from {{ source('twilio', 'account_history') }}
),

latest_accounts as (

    select *
    from accounts
    where row_num = 1
),

final as (

    select
        messages.message_id,
        messages.message_created_at,
        messages.message_sent_at,
        messages.account_id,
        latest_accounts.account_name,
        messages.direction,
        messages.to_number as contact_number,
        messages.status,
        messages.error_code,
        messages.error_message,
        messages.body,
        messages.num_segments,
        messages.num_media,
        messages.price,
        messages.price_unit,
        messages.messaging_service_id
    from messages
    left join latest_accounts
        on messages.account_id = latest_accounts.account_id
)

select *
from final
