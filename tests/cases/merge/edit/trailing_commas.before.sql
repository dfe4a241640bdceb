-- customers, one row each
select
    c.customer_id as id,   -- the key
    c.name as name   -- as in the CRM
    /* nothing more
       for now */
from customer as c
where c.name is not null  
