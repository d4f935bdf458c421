INSERT INTO evidence_anchor (origin, gateway, size, root, update_time)
VALUES (@Origin, @Gateway, @Size, @Root, @UpdateTime)
