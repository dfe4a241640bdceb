select
    stay_id,
    guest
from stay
where state = 'ok'
    and nights > 4
