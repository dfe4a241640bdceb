WITH ev AS (
  SELECT e.tenant_code, e.school_id, e.calendar_code, e.calendar_date,
         bool_or(x.is_school_day) AS is_school_day, count(*) AS n, min(x.calendar_event) AS ev
  FROM ef_calendar_events e
  JOIN xwalk_calendar_events x ON x.calendar_event = split_part(e.calendar_event, '#', 2)
  GROUP BY ALL
), b AS (
  SELECT md5(lower(c.tenant_code || '-' || c.school_id::VARCHAR || '-' || c.calendar_code || '-' || c.calendar_date::VARCHAR)) AS k_calendar_date,
         s.k_school, c.calendar_code, c.school_year, c.calendar_date,
         CASE WHEN ev.n = 1 THEN ev.ev ELSE 'Multiple' END AS calendar_event, ev.is_school_day
  FROM ef_calendar_dates c
  JOIN dim_school s ON s.tenant_code = c.tenant_code AND s.school_id = c.school_id
  JOIN ev ON ev.tenant_code = c.tenant_code AND ev.school_id = c.school_id AND ev.calendar_code = c.calendar_code AND ev.calendar_date = c.calendar_date
), w AS (
  SELECT *, min(CASE WHEN is_school_day THEN calendar_date END) OVER (PARTITION BY k_school, calendar_code, school_year) AS first_day
  FROM b
)
SELECT k_calendar_date::VARCHAR AS k_calendar_date,
       k_school::VARCHAR AS k_school,
       calendar_code::VARCHAR AS calendar_code,
       school_year::INTEGER AS school_year,
       calendar_date::DATE AS calendar_date,
       calendar_event::VARCHAR AS calendar_event,
       is_school_day::BOOLEAN AS is_school_day,
       (CASE WHEN is_school_day THEN row_number() OVER (PARTITION BY k_school, calendar_code, school_year, is_school_day ORDER BY calendar_date) END)::INTEGER AS day_of_school_year,
       strftime(calendar_date, '%a')::VARCHAR AS week_day,
       (CASE WHEN is_school_day THEN date_diff('day', date_trunc('week', first_day), date_trunc('week', calendar_date)) // 7 + 1 END)::INTEGER AS week_of_school_year
FROM w
