select
    f.boat_id as boat_id,
    f.total as total,
    b.name as name
from (
    select
        uses.boat_id as boat_id,
        sum(uses.fee) as total
    from (select boat_id, fee
    from rents
    union all
    select boat_id, fee
    from loans) as uses
    group by uses.boat_id
) as f
left join boats as b
    on f.boat_id = b.boat_id
