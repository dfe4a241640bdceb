SELECT pet_id, UPPER(name) AS name, kind FROM pet
