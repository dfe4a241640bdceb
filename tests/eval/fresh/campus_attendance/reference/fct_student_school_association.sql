WITH one AS (
  SELECT k_school, school_year, min(calendar_code) AS calendar_code
  FROM dim_calendar_date GROUP BY ALL HAVING count(DISTINCT calendar_code) = 1
), fd AS (
  SELECT k_school, school_year, calendar_code, min(calendar_date) AS first_day
  FROM dim_calendar_date WHERE is_school_day GROUP BY ALL
), j AS (
  SELECT st.k_student, sc.k_school, e.school_year, coalesce(e.calendar_code, one.calendar_code) AS calendar_code,
         e.entry_date, e.exit_withdraw_date, split_part(e.entry_grade_level, '#', 2) AS grade,
         split_part(e.exit_withdraw_type, '#', 2) AS exit_type, coalesce(e.primary_school, true) AS prim
  FROM ef_student_school e
  JOIN dim_student st ON st.tenant_code = e.tenant_code AND st.student_unique_id = e.student_unique_id
  JOIN dim_school sc ON sc.tenant_code = e.tenant_code AND sc.school_id = e.school_id
  LEFT JOIN one ON one.k_school = sc.k_school AND one.school_year = e.school_year
), k AS (
  SELECT j.* FROM j
  LEFT JOIN fd ON fd.k_school = j.k_school AND fd.school_year = j.school_year AND fd.calendar_code = j.calendar_code
  WHERE (j.exit_withdraw_date IS NULL OR j.exit_withdraw_date >= j.entry_date)
    AND (j.exit_withdraw_date IS NULL OR fd.first_day IS NULL OR j.exit_withdraw_date >= fd.first_day)
    AND (j.exit_type IS NULL OR j.exit_type NOT IN ('No show', 'Invalid enrollment'))
)
SELECT k_student::VARCHAR AS k_student,
       k_school::VARCHAR AS k_school,
       school_year::INTEGER AS school_year,
       calendar_code::VARCHAR AS calendar_code,
       entry_date::DATE AS entry_date,
       exit_withdraw_date::DATE AS exit_withdraw_date,
       grade::VARCHAR AS entry_grade_level,
       exit_type::VARCHAR AS exit_withdraw_type,
       prim::BOOLEAN AS is_primary_school,
       (entry_date = max(entry_date) OVER (PARTITION BY k_student, k_school, school_year))::BOOLEAN AS is_latest_annual_entry,
       (entry_date <= DATE '2024-09-20' AND (exit_withdraw_date IS NULL OR exit_withdraw_date >= DATE '2024-09-20'))::BOOLEAN AS is_active_enrollment
FROM k
