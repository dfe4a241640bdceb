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
        receipt_lines.quantity,
        receipt_lines.batch_no
    from receipt_lines
    inner join receipts
        on receipts.receipt_id = receipt_lines.receipt_id

    union all

    select
        sales.sale_id as move_id,
        'sale' as move_type,
        sales.sold_on as moved_on,
        sales.item_id,
        -1 * sales.quantity as quantity,
        sales.batch_no
    from sales

    union all

    select
        stg_store__return_line.return_line_id as move_id,
        'return' as move_type,
        stg_store__return.returned_on as moved_on,
        stg_store__return_line.item_id as item_id,
        stg_store__return_line.quantity as quantity,
        null as batch_no
    from {{ ref('stg_store__return_line') }} as stg_store__return_line
    inner join {{ ref('stg_store__return') }} as stg_store__return
        on stg_store__return_line.return_id = stg_store__return.return_id

), final as (

    select
        moves.move_id,
        moves.move_type,
        moves.moved_on,
        moves.item_id,
        items.item_name,
        moves.quantity,
        moves.batch_no
    from moves
    left join items
        on items.item_id = moves.item_id

)

select *
from final
