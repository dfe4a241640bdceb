select
    room_id,
    floor, -- ground is 0
from room
