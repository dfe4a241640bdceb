WITH x AS (
  SELECT l.OrderNo, l.LineNo, o.OrderDate, o.ShipDate, o.CustNo, o.EmpNo, l.ItemNo, l.Qty,
    l.Qty * l.UnitPrice AS Gross,
    round(l.Qty * l.UnitPrice * coalesce(l.Discount, 0), 2) AS Disc,
    CASE WHEN coalesce(o.Currency, 'EUR') = 'EUR' THEN 1 ELSE (
      SELECT arg_max(r.RateToEur, r.ValidFrom) FROM ExchangeRates r WHERE r.Currency = o.Currency AND r.ValidFrom <= o.OrderDate) END AS Rate
  FROM SalesOrderLines l JOIN SalesOrders o ON o.OrderNo = l.OrderNo
  WHERE o.Status <> 'CANCELLED'
)
SELECT md5(CAST(x.OrderNo AS VARCHAR) || '|' || CAST(x.LineNo AS VARCHAR)) AS SalesKey,
  x.OrderNo AS OrderNo,
  x.LineNo AS LineNo,
  d.DateKey AS OrderDateKey,
  coalesce(c.CustomerKey, -1) AS CustomerKey,
  coalesce(p.ProductKey, -1) AS ProductKey,
  coalesce(e.EmployeeKey, -1) AS EmployeeKey,
  x.Qty AS Quantity,
  CAST(x.Gross AS DECIMAL(12,2)) AS GrossAmount,
  CAST(x.Disc AS DECIMAL(12,2)) AS DiscountAmount,
  CAST(round((x.Gross - x.Disc) * x.Rate, 2) AS DECIMAL(12,2)) AS NetAmountEur,
  CAST(date_diff('day', x.OrderDate, x.ShipDate) AS INTEGER) AS DaysToShip,
  CAST(dense_rank() OVER (PARTITION BY x.CustNo ORDER BY x.OrderDate, x.OrderNo) AS INTEGER) AS CustomerOrderSeq
FROM x
JOIN DimDate d ON d.FullDate = x.OrderDate
LEFT JOIN DimCustomer c ON c.CustomerNo = x.CustNo
LEFT JOIN DimProduct p ON p.ItemNo = x.ItemNo
LEFT JOIN DimEmployee e ON e.EmployeeKey = x.EmpNo
