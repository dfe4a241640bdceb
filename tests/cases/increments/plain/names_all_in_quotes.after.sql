WITH "leads" AS (
    SELECT "Id", "Score", "Origin" FROM "Lead"
)
SELECT
    "leads"."Id",
    "leads"."Score",
    "leads"."Origin"
FROM "leads"
