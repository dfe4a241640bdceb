{% set years = [2023, 2024] %}
select
    c.customer_id + 1 as id,
    {% for year in years -%}
    sum(case when extract(year from o.ordered_on) = {{ year }} then o.amount end) as amount_{{ year }}{% if not loop.last %},{% endif %}
    {% endfor %},
    c.segment
from {{ ref('customer') }} c
inner join {{ ref('orders') }} o on o.customer_id = c.customer_id
group by c.customer_id + 1, c.segment
