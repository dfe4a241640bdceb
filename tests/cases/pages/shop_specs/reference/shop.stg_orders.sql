select order_id, customer_id, order_date, lower(status) as status, coalesce(status = 'returned', false) as is_returned from orders
