{% set fee_kinds = ['late', 'lost'] %}

with readers as (

    select * from {{ ref('stg_lib__reader') }}

),

loans as (

    select * from {{ ref('stg_lib__loan') }}

),

fees as (

    select * from {{ ref('stg_lib__fee') }}

),

reader_loans as (

    select
        reader_id,
        min(taken_on) as first_loan,
        max(taken_on) as latest_loan,
        count(loan_id) as number_of_loans
    from loans
    group by reader_id

),

reader_fees as (

    select
        loans.reader_id,

        {% for fee_kind in fee_kinds -%}
        sum(case when fees.fee_kind = '{{ fee_kind }}' then fees.amount else 0 end) as {{ fee_kind }}_fees,
        {% endfor -%}

        sum(fees.amount) as all_fees
    from fees
    left join loans
        on fees.loan_id = loans.loan_id
    group by loans.reader_id

),

final as (

    select
        readers.reader_id,
        readers.reader_name,
        reader_loans.first_loan,
        reader_loans.latest_loan,
        reader_loans.number_of_loans,

        {% for fee_kind in fee_kinds -%}
        reader_fees.{{ fee_kind }}_fees,
        {% endfor -%}

        reader_fees.all_fees
    from readers
    left join reader_loans
        on readers.reader_id = reader_loans.reader_id
    left join reader_fees
        on readers.reader_id = reader_fees.reader_id

)

select * from final
