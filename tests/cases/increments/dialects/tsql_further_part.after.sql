SELECT
    [order_id] AS [order_no],
    CAST([placed_on] AS DATE) AS [placed_on],
    ISNULL([amount], 0) AS [amount],
    'web' AS [channel],
    UPPER([state]) AS [state]
FROM [dbo].[web_orders]

UNION ALL

SELECT
    [receipt_no],
    CAST([sold_on] AS DATE),
    ISNULL([total], 0),
    'shop',
    UPPER([state]) AS [state]
FROM [dbo].[shop_orders]

UNION ALL

SELECT
    [call_id] AS [order_no],
    CAST([called_at] AS DATE) AS [placed_on],
    COALESCE([amount], 0) AS [amount],
    'phone' AS [channel],
    UPPER([state]) AS [state]
FROM [dbo].[phone_orders]
WHERE [state] IS NOT NULL
