select stay_id
from stay
where state = 'ok'
