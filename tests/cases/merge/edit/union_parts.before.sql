select customer_id, name from customer
union all
(
  select country_id,
         country_name
  from country
)
order by 1
