SELECT
    [o].[order_id],
    [total] = COALESCE([o].[amount], 0) * 3,
    CONVERT(varchar(10), [o].[placed_on]) AS [placed],
    [c].[name] AS [customer_name],
    [regions].[region_name]
FROM [dbo].[orders] AS [o] WITH (NOLOCK)
LEFT JOIN [dbo].[customers] AS [c] WITH (NOLOCK)
    ON [c].[customer_id] = [o].[customer_id]
LEFT JOIN [dbo].[regions]
    ON [regions].[region_id] = [o].[region_id]
WHERE [o].[status] <> 'X'
