WITH j AS (
  SELECT st.k_student, sc.k_school, c.k_calendar_date, c.calendar_date, a.event_id,
         x.attendance_event, nullif(trim(a.attendance_event_reason), '') AS reason, x.is_absent, x.is_unexcused_absence, e.entry_date
  FROM ef_attendance_events a
  JOIN dim_student st ON st.tenant_code = a.tenant_code AND st.student_unique_id = a.student_unique_id
  JOIN dim_school sc ON sc.tenant_code = a.tenant_code AND sc.school_id = a.school_id
  JOIN xwalk_attendance_events x ON x.attendance_event = split_part(a.attendance_event_category, '#', 2)
  JOIN fct_student_school_association e ON e.k_student = st.k_student AND e.k_school = sc.k_school
       AND a.event_date >= e.entry_date AND (e.exit_withdraw_date IS NULL OR a.event_date <= e.exit_withdraw_date)
  JOIN dim_calendar_date c ON c.k_school = sc.k_school AND c.calendar_code = e.calendar_code AND c.calendar_date = a.event_date
  QUALIFY row_number() OVER (PARTITION BY st.k_student, sc.k_school, c.calendar_date
            ORDER BY x.is_absent DESC, x.is_unexcused_absence DESC, a.event_id DESC, e.entry_date DESC) = 1
)
SELECT k_student::VARCHAR AS k_student,
       k_school::VARCHAR AS k_school,
       k_calendar_date::VARCHAR AS k_calendar_date,
       calendar_date::DATE AS calendar_date,
       attendance_event::VARCHAR AS attendance_event_category,
       reason::VARCHAR AS attendance_event_reason,
       is_absent::DECIMAL(3,2) AS is_absent,
       is_unexcused_absence::INTEGER AS is_unexcused_absence
FROM j
