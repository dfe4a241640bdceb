with sold as (

    select
        order_id as document_id,
        ordered_on as happened_on,
        total,
        remark
    from shop_order

), returned as (

    select
        return_id as document_id,
        returned_on as happened_on,
        -total as total,
        complaint as remark
    from shop_return

), documents as (

    select *
    from sold

    union all

    select *
    from returned

)

select
    documents.document_id,
    documents.happened_on,
    documents.total,
    documents.remark as note
from documents
