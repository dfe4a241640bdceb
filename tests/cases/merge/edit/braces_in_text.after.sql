select
  customer_id
  ,name
  ,('{' || '{ not a tag }' || '}') as flag
from {{ source('crm','customer') }}
