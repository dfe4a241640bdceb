{%- set using_departments = var('using_departments', true) -%}

with transaction_lines as (
    select *
    from {{ ref('stg_transaction_line') }}
),

transactions as (
    select *
    from {{ ref('stg_transaction') }}
),

accounts as (
    select *
    from {{ ref('stg_account') }}
),

{% if using_departments %}
departments as (
    select *
    from {{ ref('stg_department') }}
),
{% endif %}

entities as (
    select *
    from {{ ref('stg_entity') }}
),

transaction_details as (
  select
    transaction_lines.transaction_line_id,
    transaction_lines.memo as transaction_memo,
    transaction_lines.is_main_line,
    transactions.transaction_id,
    transactions.transaction_type,
    transactions.transaction_date,
    transactions.transaction_number,
    accounts.account_name,
    accounts.account_type,
    entities.company_name,
    {% if using_departments %}
    departments.name as department_name,
    {% endif %}
    case
      when lower(accounts.account_type) in ('income', 'other income') then -transaction_lines.amount
      else transaction_lines.amount
    end as transaction_amount

  from transaction_lines

  left join transactions
    on transactions.transaction_id = transaction_lines.transaction_id

  left join accounts
    on accounts.account_id = transaction_lines.account_id

  left join entities
    on entities.entity_id = transactions.entity_id

  {% if using_departments %}
  left join departments
    on departments.department_id = transaction_lines.department_id
  {% endif %}
)

select *
from transaction_details
