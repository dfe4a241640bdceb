SELECT
	  c.customer_id AS id
	, c.name AS name -- display

FROM customer c
ORDER BY 1;
