with people as (

    select
        count(distinct person_id) as count_people,
        sum(case when kind = 'reader'
            then 1
            else 0
                end) as count_readers
    from {{ ref('stg_lib__person') }}

), books as (

    select
        shelf,
        count(book_id) as count_lent,
        sum(case when lower(status) = 'lost'
            then 1
            else 0
                end) as count_lost
    from {{ ref('stg_lib__book') }}
    group by 1

)

select
    books.shelf,
    books.count_lent,
    books.count_lost,
    people.count_people,
    people.count_readers
from books
cross join people
