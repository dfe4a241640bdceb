WITH s AS (
  SELECT k_student, k_school, count(*) AS enr, sum(is_absent) AS ab, sum(is_absent * is_unexcused_absence) AS un,
         min(CASE WHEN is_absent > 0 THEN calendar_date END) AS fa, max(CASE WHEN is_absent > 0 THEN calendar_date END) AS la,
         max(consecutive_days_absent) AS streak
  FROM fct_student_daily_attendance GROUP BY ALL
), r AS (SELECT *, round(100.0 * (enr - ab) / enr, 2) AS rate FROM s)
SELECT r.k_student::VARCHAR AS k_student,
       r.k_school::VARCHAR AS k_school,
       st.display_name::VARCHAR AS student_name,
       sc.school_name::VARCHAR AS school_name,
       r.enr::INTEGER AS days_enrolled,
       r.ab::DECIMAL(6,2) AS days_absent,
       r.un::DECIMAL(6,2) AS days_unexcused,
       r.rate::DECIMAL(5,2) AS attendance_rate,
       r.fa::DATE AS first_absence_date,
       r.la::DATE AS last_absence_date,
       r.streak::INTEGER AS longest_absence_streak,
       (CASE WHEN r.enr < 10 THEN NULL WHEN r.rate <= 80 THEN 'Severe' WHEN r.rate <= 90 THEN 'Chronic' WHEN r.rate <= 95 THEN 'At risk' ELSE 'Satisfactory' END)::VARCHAR AS absentee_category,
       (r.enr >= 10 AND r.rate <= 90)::BOOLEAN AS is_chronic_absentee
FROM r
JOIN dim_student st ON st.k_student = r.k_student
JOIN dim_school sc ON sc.k_school = r.k_school
