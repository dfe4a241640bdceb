SELECT
    `o`.`order_id`,
    date_format(`o`.`placed_on`, 'yyyy-MM') AS `month`,
    IF(`o`.`status` = 'X', 1, 0) AS `is_cancelled`
FROM `main`.`sales`.`orders` AS `o`
