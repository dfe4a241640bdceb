select
    stay_id,
    guest
from stay s
where s.nights > 2 -- longer ones
  and s.state = 'ok'
