-- für die Übersicht
select
  note_id,
  body,
  author
from note
