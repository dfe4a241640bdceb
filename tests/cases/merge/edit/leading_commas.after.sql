SELECT
	  c.customer_id AS id
	, c.name AS name -- display
	, c.segment AS segment
	, country.country_name AS country_name

FROM customer c
LEFT JOIN country ON c.country_id = country.country_id
ORDER BY 1;
