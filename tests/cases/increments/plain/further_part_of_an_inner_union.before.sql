with posts as (

    select
        'blog' as place,
        written_on as day,
        cast(blog_id as varchar) as author,
        hits -- of people
    from blog_stats

    union all

    select
        'forum' as place,
        day,
        cast(member_id as varchar) as author,
        reads as hits
    from forum_stats

), summed as (

    select
        place,
        day,
        author,
        count(*) as entries,
        sum(hits) as hits
    from posts
    group by 1, 2, 3

)

select * from summed
