select view_id, visitor, seconds from view where is_bot = false
