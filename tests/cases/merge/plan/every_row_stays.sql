select
    crew.crew_id as crew_id,
    crew.name as name
from crew
