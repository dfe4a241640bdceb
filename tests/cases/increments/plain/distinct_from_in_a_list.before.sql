select
    call_id,
    wanted is distinct from got as is_other
from call
