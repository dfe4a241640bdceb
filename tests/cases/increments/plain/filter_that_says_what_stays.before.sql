select view_id, visitor from view
