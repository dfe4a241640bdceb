SELECT
    [order_id] AS [order_no],
    CAST([placed_on] AS DATE) AS [placed_on],
    ISNULL([amount], 0) AS [amount],
    'web' AS [channel]
FROM [dbo].[web_orders]

UNION ALL

SELECT
    [receipt_no],
    CAST([sold_on] AS DATE),
    ISNULL([total], 0),
    'shop'
FROM [dbo].[shop_orders]
