SELECT
    [o].[order_id],
    [total] = ISNULL([o].[amount], 0) * 2,
    CONVERT(varchar(10), [o].[placed_on]) AS [placed]
FROM [dbo].[orders] AS [o] WITH (NOLOCK)
LEFT JOIN [dbo].[customers] AS [c] WITH (NOLOCK)
    ON [c].[customer_id] = [o].[customer_id]
WHERE [o].[status] <> 'X'
