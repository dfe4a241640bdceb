select
    t.task_id,
    p.project_name,
    person.person_name
from task as t
inner join project as p
    on t.project_id = p.project_id /* always there */
left join person
    on t.person_id = person.person_id
where p.project_name is not null
limit 100
