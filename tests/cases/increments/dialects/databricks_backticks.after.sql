SELECT
    `o`.`order_id`,
    date_format(`o`.`placed_on`, 'yyyy-MM') AS `month`,
    CASE WHEN `o`.`status` IN ('X', 'Y') THEN 1 ELSE 0 END AS `is_cancelled`,
    `o`.`amount`
FROM `main`.`sales`.`orders` AS `o`
