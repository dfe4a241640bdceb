select id as subscription_id, subscriptionversionid as subscription_version_id, accountid as account_id, createdbyid as created_by_id,
 updatedbyid as updated_by_id, invoiceownerid as invoice_owner_id, status as subscription_status, name as subscription_name,
 lower(trim(name)) as subscription_name_slugify, autorenew as auto_renew, version,
 row_number() over (partition by name order by version desc) = 1 as is_latest_version, termtype as term_type, coalesce(initialterm, 12) as initial_term,
 date_trunc('month', subscriptionstartdate) as subscription_start_month, cast(subscriptionstartdate as date) as subscription_start_date,
 cast(subscriptionenddate as date) as subscription_end_date, createddate as created_date, isdeleted as is_deleted
from subscription where isdeleted is distinct from true
