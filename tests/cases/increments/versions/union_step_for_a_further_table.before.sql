select sale_id, amount from old_sale
