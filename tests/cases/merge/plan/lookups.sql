select
    sale.sale_id as sale_id,
    dim_customer.customer_key as customer_sk,
    coalesce(dim_customer.name, 'unknown') as customer_name,
    dim_time.time_id as time_id,
    supplier.supplier_id as supplier,
    price.amount as price,
    person.full_name as seller,
    person_2.full_name as approver
from sale
left join dim_customer
    on sale.customer_id = dim_customer.customer_id
left join dim_time
    on sale.sold_on = dim_time.sold_on
left join supplier
    on sale.ssn = supplier.ssn
left join price
    on sale.product_id = price.product_id and price.valid_from <= sale.sold_on and sale.sold_on < price.valid_to
left join person
    on person.person_id = sale.seller_id
left join person as person_2
    on sale.approver_id = person_2.person_id
