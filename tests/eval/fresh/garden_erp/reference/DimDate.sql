SELECT CAST(strftime(d, '%Y%m%d') AS INTEGER) AS DateKey,
  d AS FullDate,
  CAST(month(d) AS INTEGER) AS MonthNo,
  monthname(d) AS MonthName,
  'Q' || CAST(quarter(d) AS VARCHAR) AS QuarterName,
  CAST(year(d) AS INTEGER) AS CalendarYear,
  CAST(CASE WHEN month(d) >= 4 THEN year(d) ELSE year(d) - 1 END AS INTEGER) AS FiscalYear,
  CAST(weekofyear(d) AS INTEGER) AS IsoWeek,
  CASE WHEN isodow(d) >= 6 THEN 'Y' ELSE 'N' END AS WeekendFlag
FROM (SELECT CAST(unnest(generate_series(DATE '2023-01-01', DATE '2024-03-31', INTERVAL 1 DAY)) AS DATE) AS d)
