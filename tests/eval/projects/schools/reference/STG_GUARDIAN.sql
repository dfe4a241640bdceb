select
    GUARD_NO as GUARD_NO,
    trim(split_part(NAME_TXT, ',', 1)) as LAST_NAME,
    case when NAME_TXT like '%,%' then nullif(trim(split_part(NAME_TXT, ',', 2)), '') end as FIRST_NAME,
    case when trim(PHONE_PRIV) <> '' then PHONE_PRIV end as PHONE_PRIV,
    case when trim(MOBILE) <> '' then MOBILE end as MOBILE,
    case when trim(EMAIL) <> '' then lower(EMAIL) end as EMAIL,
    case upper(trim(LANG_CD))
        when 'D' then 'German' when 'F' then 'French' when 'I' then 'Italian' when 'E' then 'English'
        else 'other language'
    end as LANGUAGE,
    UPDATED_ON as UPDATED_ON,
    'GUARDREG' as SOURCE_SYSTEM
from GUARDIAN
