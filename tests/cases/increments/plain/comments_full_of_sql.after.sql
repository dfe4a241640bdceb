-- select sender, body from message (not used)
with m as (
    select message_id, -- id, really
        body, /* from, where ( */
        sender
    from message -- , sender
)
select
    message_id,
    replace(body, ', b from ', ' -- (') as body, -- )
    sender
    /* from m */
from m
-- end, from here
