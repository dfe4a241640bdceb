with receipts as (

    select *
    from {{ ref('stg_store__receipt') }}

), receipt_lines as (

    select *
    from {{ ref('stg_store__receipt_line') }}

), sales as (

    select *
    from {{ ref('stg_store__sale') }}

), items as (

    select *
    from {{ ref('stg_store__item') }}

), moves as (

    select
        receipt_lines.receipt_line_id as move_id,
        'receipt' as move_type,
        receipts.received_on as moved_on,
        receipt_lines.item_id,
        receipt_lines.quantity
    from receipt_lines
    inner join receipts
        on receipts.receipt_id = receipt_lines.receipt_id

    union all

    select
        sales.sale_id as move_id,
        'sale' as move_type,
        sales.sold_on as moved_on,
        sales.item_id,
        -1 * sales.quantity as quantity
    from sales

), final as (

    select
        moves.move_id,
        moves.move_type,
        moves.moved_on,
        moves.item_id,
        items.item_name,
        moves.quantity
    from moves
    left join items
        on items.item_id = moves.item_id

)

select *
from final
