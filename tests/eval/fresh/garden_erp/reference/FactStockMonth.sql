WITH m AS (
  SELECT CAST(unnest(generate_series(a, b, INTERVAL 1 MONTH)) AS DATE) AS MonthStart
  FROM (SELECT date_trunc('month', min(MoveDate)) AS a, date_trunc('month', max(MoveDate)) AS b FROM StockMoves)
), p AS (
  SELECT ProductKey, ItemNo FROM DimProduct WHERE ItemNo IN (SELECT ItemNo FROM StockMoves)
), s AS (
  SELECT ItemNo, CAST(date_trunc('month', MoveDate) AS DATE) AS MonthStart,
    sum(Qty) FILTER (WHERE MoveType = 'IN') AS i,
    sum(Qty) FILTER (WHERE MoveType = 'OUT') AS o,
    sum(Qty) FILTER (WHERE MoveType = 'ADJ') AS a,
    max(MoveDate) AS lastmove
  FROM StockMoves GROUP BY 1, 2
), j AS (
  SELECT p.ProductKey, m.MonthStart, coalesce(s.i, 0) AS i, coalesce(s.o, 0) AS o, coalesce(s.a, 0) AS a, s.lastmove
  FROM p CROSS JOIN m LEFT JOIN s ON s.ItemNo = p.ItemNo AND s.MonthStart = m.MonthStart
)
SELECT ProductKey, MonthStart,
  CAST(i AS INTEGER) AS QtyIn,
  CAST(o AS INTEGER) AS QtyOut,
  CAST(a AS INTEGER) AS QtyAdjusted,
  CAST(sum(i - o + a) OVER (PARTITION BY ProductKey ORDER BY MonthStart) AS INTEGER) AS ClosingQty,
  lastmove AS LastMoveDate
FROM j
