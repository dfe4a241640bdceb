SELECT
    C.CUSTOMER_ID AS ID,
    C.NAME AS NAME,
    co.country_name AS country_name
FROM CUSTOMER AS C
    LEFT JOIN ORDERS AS O
        ON O.CUSTOMER_ID = C.CUSTOMER_ID -- may be none
    INNER JOIN country AS co
        ON co.country_id = C.country_id
WHERE O.AMOUNT > 0
