select
    stay_id,
    guest
from stay s
where nights >= 1 -- longer ones
  and s.state = 'ok'
