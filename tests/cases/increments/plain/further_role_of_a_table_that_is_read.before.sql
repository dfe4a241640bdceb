SELECT
    t.task_id
  , p.name AS creator_name
FROM task t
LEFT JOIN person p
    ON t.created_by = p.person_id
