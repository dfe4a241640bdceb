with prepared as (
    select
        m.meldung_nr as request_no,
        cast(m.eingang as date) as received_date,
        year(m.eingang) || '-Q' || quarter(m.eingang) as received_quarter,
        coalesce(k.bezeichnung, 'Sonstiges') as category_name,
        k.fachamt as department,
        b.name as district_name,
        case when m.hausnr is null then m.strasse else m.strasse || ' ' || m.hausnr end as address,
        case when m.melder_email is not null then 'J' else 'N' end as reporter_known,
        case m.status_code
            when 'N' then 'neu'
            when 'B' then 'in Bearbeitung'
            when 'E' then 'erledigt'
            when 'A' then 'abgelehnt'
            else 'unbekannt'
        end as status_text,
        m.erledigt_am as closed_date,
        m.erledigt_am - cast(m.eingang as date) as processing_days,
        cast(m.eingang as date) + k.frist_tage as deadline_date
    from MELDUNG as m
    left join KATEGORIE as k on k.code = m.kategorie_code
    left join BEZIRK as b on b.nr = m.bezirk_nr
    where year(m.eingang) = 2024 and m.test_kz is distinct from 'X'
)

select
    *,
    case
        when deadline_date is null then 'keine Frist'
        when closed_date is null then 'offen'
        when closed_date <= deadline_date then 'ja'
        else 'nein'
    end as deadline_kept
from prepared
