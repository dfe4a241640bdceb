with clean as (
  select
    reading_id,
    sensor,
    measured,
    quality
  from reading
  where measured is not null
)

select
  clean.reading_id,
  clean.sensor,
  clean.quality,
  coalesce(clean.quality, 0) >= 3 as is_good
from clean
