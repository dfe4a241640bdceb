SELECT
    t.task_id
  , p.name AS creator_name
  , assigned_to_person.name AS assignee_name
  , p.team AS creator_team
FROM task t
LEFT JOIN person p
    ON t.created_by = p.person_id
LEFT JOIN person assigned_to_person
    ON t.assigned_to = assigned_to_person.person_id
