select
    p.point_no as point_no,
    r.state as last_state,
    a.street as street
from point as p
left join (
    select *
    from reading as r
    qualify row_number() over (partition by r.point_no order by r.read_at desc nulls last) = 1
) as r
    on p.point_no = r.point_no
left join (
    select *
    from address as a
    qualify row_number() over (partition by a.point_no order by a.valid_from desc nulls last) = 1
) as a
    on a.point_no = p.point_no
