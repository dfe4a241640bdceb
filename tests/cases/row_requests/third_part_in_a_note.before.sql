with receipt_items as (

    select
        receipts.receipt_id as document_id,
        receipt_items.item_no,
        'receipt' as movement_type,
        receipts.booked_on,
        receipt_items.article,
        receipt_items.shelf_id,
        receipt_items.quantity
    from {{ ref('stg_receipt_item') }} as receipt_items
    inner join {{ ref('stg_receipt') }} as receipts
        on receipt_items.receipt_id = receipts.receipt_id

), issue_items as (

    select
        issues.issue_id as document_id,
        issue_items.item_no,
        'issue' as movement_type,
        issues.booked_on,
        issue_items.article,
        issue_items.shelf_id,
        -1 * issue_items.quantity as quantity
    from {{ ref('stg_issue_item') }} as issue_items
    inner join {{ ref('stg_issue') }} as issues
        on issue_items.issue_id = issues.issue_id

), movements as (

    select * from receipt_items
    union all
    select * from issue_items

), final as (

    select
        movements.document_id,
        movements.item_no,
        movements.movement_type,
        movements.booked_on,
        movements.article,
        movements.quantity
    from movements

)

select * from final
