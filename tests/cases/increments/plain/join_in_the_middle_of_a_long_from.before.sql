select
    t.task_id,
    p.project_name
from task as t
inner join project as p
    on t.project_id = p.project_id /* always there */
where p.project_name is not null
limit 100
