select tag_id
     , tag_name
  from tag