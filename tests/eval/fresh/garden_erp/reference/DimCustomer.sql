WITH c AS (
  SELECT * FROM Customers QUALIFY row_number() OVER (PARTITION BY CustNo ORDER BY LastChange DESC) = 1
), o AS (
  SELECT CustNo, min(OrderDate) AS FirstOrder FROM SalesOrders WHERE Status <> 'CANCELLED' GROUP BY CustNo
)
SELECT CAST(row_number() OVER (ORDER BY c.CustNo) AS INTEGER) AS CustomerKey,
  c.CustNo AS CustomerNo,
  trim(c.CustName) AS CustomerName,
  CASE WHEN c.PostalCode IS NULL THEN c.City WHEN c.City IS NULL THEN c.PostalCode ELSE c.PostalCode || ' ' || c.City END AS CityLine,
  coalesce(k.CountryName, 'Unknown') AS CountryName,
  coalesce(k.SalesRegion, 'Unknown') AS SalesRegion,
  coalesce(c.CreditLimit, 0) AS CreditLimit,
  CASE WHEN coalesce(c.CreditLimit, 0) >= 20000 THEN 'A' WHEN coalesce(c.CreditLimit, 0) >= 5000 THEN 'B' WHEN coalesce(c.CreditLimit, 0) > 0 THEN 'C' ELSE 'Prepaid' END AS CreditClass,
  CASE WHEN upper(c.Blocked) = 'Y' THEN 'Blocked' ELSE 'Active' END AS CustomerStatus,
  o.FirstOrder AS FirstOrderDate
FROM c
LEFT JOIN Countries k ON k.CountryCode = c.CountryCode
LEFT JOIN o ON o.CustNo = c.CustNo
