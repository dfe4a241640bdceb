WITH "leads" AS (
    SELECT "Id", "Score" FROM "Lead"
)
SELECT
    "leads"."Id",
    "leads"."Score"
FROM "leads"
