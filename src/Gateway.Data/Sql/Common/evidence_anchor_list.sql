-- After is empty.
SELECT origin AS Origin, size AS Size, root AS Root, update_time AS UpdateTime, successor AS Successor
FROM evidence_anchor
WHERE origin > @After
ORDER BY origin
