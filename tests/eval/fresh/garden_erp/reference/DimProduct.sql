SELECT CAST(row_number() OVER (ORDER BY i.ItemNo) AS INTEGER) AS ProductKey,
  i.ItemNo AS ItemNo,
  i.Description AS ProductName,
  coalesce(k.CategoryName, 'No category') AS CategoryName,
  coalesce(p.CategoryName, k.CategoryName, 'No category') AS MainCategoryName,
  i.ListPrice AS ListPrice,
  CAST(round(CASE WHEN i.ListPrice > 0 THEN (i.ListPrice - i.UnitCost) / i.ListPrice * 100 END, 1) AS DECIMAL(6,1)) AS MarginPct,
  upper(coalesce(i.Uom, 'PCS')) AS UnitOfMeasure,
  CASE WHEN i.DiscontinuedOn IS NULL THEN 'Y' ELSE 'N' END AS IsActive
FROM Items i
LEFT JOIN ItemCategories k ON k.CategoryCode = i.CategoryCode
LEFT JOIN ItemCategories p ON p.CategoryCode = k.ParentCode
