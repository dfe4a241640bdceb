CREATE TABLE customers (id INTEGER, first_name VARCHAR, last_name VARCHAR, is_test BOOLEAN);
CREATE TABLE orders (order_id INTEGER, customer_id INTEGER, order_date DATE, status VARCHAR);
CREATE TABLE payments (payment_id INTEGER, order_id INTEGER, method VARCHAR, amount DECIMAL(8,2));
