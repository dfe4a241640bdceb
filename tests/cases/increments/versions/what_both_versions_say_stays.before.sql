SELECT pet_id, UPPER(name) AS name FROM pet
