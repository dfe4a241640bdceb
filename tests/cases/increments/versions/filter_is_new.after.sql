with import_stay as (
    select * from stay
),

final as (
    select
        stay_id,
        guest
    from import_stay
    where nights > 2
)

select * from final
