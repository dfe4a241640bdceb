WITH d AS (
  SELECT e.k_student, e.k_school, c.k_calendar_date, c.calendar_date
  FROM fct_student_school_association e
  JOIN dim_calendar_date c ON c.k_school = e.k_school AND c.calendar_code = e.calendar_code AND c.school_year = e.school_year
       AND c.calendar_date >= e.entry_date AND (e.exit_withdraw_date IS NULL OR c.calendar_date <= e.exit_withdraw_date)
  WHERE c.is_school_day AND c.calendar_date <= DATE '2024-09-20'
  QUALIFY row_number() OVER (PARTITION BY e.k_student, e.k_school, c.calendar_date ORDER BY e.entry_date DESC) = 1
), f AS (
  SELECT d.*, coalesce(a.attendance_event_category, 'In Attendance') AS cat,
         coalesce(a.is_absent, 0) AS absent, coalesce(a.is_unexcused_absence, 0) AS unexc
  FROM d
  LEFT JOIN fct_student_school_attendance_event a ON a.k_student = d.k_student AND a.k_school = d.k_school AND a.calendar_date = d.calendar_date
), g AS (
  SELECT *, count(*) OVER w AS enr, sum(absent) OVER w AS abs_cum, sum(CASE WHEN absent > 0 THEN 0 ELSE 1 END) OVER w AS grp
  FROM f WINDOW w AS (PARTITION BY k_student, k_school ORDER BY calendar_date ROWS UNBOUNDED PRECEDING)
)
SELECT k_student::VARCHAR AS k_student,
       k_school::VARCHAR AS k_school,
       k_calendar_date::VARCHAR AS k_calendar_date,
       calendar_date::DATE AS calendar_date,
       cat::VARCHAR AS attendance_event_category,
       absent::DECIMAL(3,2) AS is_absent,
       (1 - absent)::DECIMAL(3,2) AS is_present,
       unexc::INTEGER AS is_unexcused_absence,
       enr::INTEGER AS cumulative_days_enrolled,
       abs_cum::DECIMAL(6,2) AS cumulative_days_absent,
       round(100.0 * (enr - abs_cum) / enr, 2)::DECIMAL(5,2) AS cumulative_attendance_rate,
       (sum(CASE WHEN absent > 0 THEN 1 ELSE 0 END) OVER (PARTITION BY k_student, k_school, grp ORDER BY calendar_date ROWS UNBOUNDED PRECEDING))::INTEGER AS consecutive_days_absent
FROM g
