select stay_id
from stay
where nights > 2 -- longer ones
  and state = 'ok'
