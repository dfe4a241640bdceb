select
  shop_id,
  {% for year in [2023, 2024] %}
  sum(case when sold_in = {{ year }} then amount end) as amount_{{ year }},
  {% endfor %}
  sum(amount) as amount_total
from {{ ref('sale') }}
group by shop_id
