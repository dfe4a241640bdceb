select
    p.pupil_no as pupil_no,
    e.school_code as last_school,
    a.street as street,
    t.first_name as tutor_name
from pupil as p
left join (
    select *
    from enrolment as e
    qualify row_number() over (partition by e.pupil_no order by e.enr_seq desc nulls last) = 1
) as e
    on p.pupil_no = e.pupil_no
left join (
    select *
    from address as a
    qualify row_number() over (partition by a.pupil_no order by a.valid_from desc nulls last) = 1
) as a
    on p.pupil_no = a.pupil_no
left join tutor as t
    on p.pupil_no = t.pupil_no
