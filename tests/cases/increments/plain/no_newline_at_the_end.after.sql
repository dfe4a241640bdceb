select tag_id
     , tag_name
     , colour
  from tag