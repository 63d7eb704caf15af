"""What every database holds at first."""

TABLES = """
CREATE TABLE users (id SERIAL PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, active BOOLEAN NOT NULL DEFAULT TRUE);
CREATE TABLE products (id SERIAL PRIMARY KEY, name TEXT NOT NULL, price NUMERIC(10,2) NOT NULL, stock INTEGER NOT NULL CHECK (stock >= 0));
CREATE TABLE orders (id SERIAL PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id), product_id INTEGER NOT NULL
    REFERENCES products (id), quantity INTEGER NOT NULL, status TEXT NOT NULL DEFAULT 'new');
INSERT INTO users (name, email, active) VALUES ('Ada', 'ada@example.com', TRUE), ('Grace', 'grace@example.com', TRUE),
    ('Linus', 'linus@example.com', TRUE), ('Guido', 'guido@example.com', TRUE), ('Barbara', 'barbara@example.com', FALSE);
INSERT INTO products (name, price, stock) VALUES ('Keyboard', 49.90, 12), ('Mouse', 19.50, 40),
    ('Monitor', 229.00, 5), ('Cable', 4.25, 200);
INSERT INTO orders (user_id, product_id, quantity, status) VALUES (1, 1, 1, 'shipped'), (1, 3, 2, 'new'), (2, 2, 1, 'paid'),
    (3, 4, 10, 'new'), (4, 1, 1, 'paid'), (2, 4, 3, 'shipped');
"""
