CREATE TABLE club_member (member_id VARCHAR, first_name VARCHAR, gender VARCHAR, address_id INTEGER);
CREATE TABLE club_member_address (address_id INTEGER, city VARCHAR, zip VARCHAR);
CREATE TABLE club_visit (visit_id INTEGER, member_id VARCHAR, visited_at TIMESTAMP, fee_cents INTEGER, cancelled VARCHAR);
