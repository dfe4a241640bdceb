with clean as (
  select
    reading_id,
    sensor,
    measured
  from reading
  where measured is not null
)

select
  clean.reading_id,
  clean.sensor
from clean
