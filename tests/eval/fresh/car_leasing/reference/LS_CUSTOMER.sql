with stacked as (
    select
        'P' || CUST_NO as CUSTOMER_ID,
        'Private' as CUSTOMER_TYPE,
        LAST_NM || ', ' || FIRST_NM as CUSTOMER_NAME,
        nullif(lower(trim(EMAIL)), '') as EMAIL,
        cast(null as varchar) as VAT_ID,
        year(BIRTH_DT) as BIRTH_YEAR
    from CUST_PRIV
    where DEL_FLAG is distinct from 'X'
    union all
    select
        'C' || CORP_NO as CUSTOMER_ID,
        'Company' as CUSTOMER_TYPE,
        trim(COMPANY) as CUSTOMER_NAME,
        nullif(lower(trim(EMAIL)), '') as EMAIL,
        upper(replace(VAT_ID, ' ', '')) as VAT_ID,
        cast(null as bigint) as BIRTH_YEAR
    from CUST_CORP
    where DEL_FLAG is distinct from 'X'
)

select
    CUSTOMER_ID,
    CUSTOMER_TYPE,
    CUSTOMER_NAME,
    EMAIL,
    case when EMAIL is not null then 'Y' else 'N' end as HAS_EMAIL,
    VAT_ID,
    BIRTH_YEAR,
    case
        when CUSTOMER_TYPE = 'Company' then 'n/a'
        when BIRTH_YEAR < 1960 then 'Senior'
        when BIRTH_YEAR < 2000 then 'Adult'
        when BIRTH_YEAR >= 2000 then 'Young'
        else 'Unknown'
    end as AGE_GROUP
from stacked
