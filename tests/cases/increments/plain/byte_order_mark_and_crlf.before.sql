-- für die Übersicht
select
  note_id,
  body
from note
