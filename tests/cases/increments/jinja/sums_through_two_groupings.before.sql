with sessions as (
    select
        session_id,
        user_id,
        min(viewed_at) as started_at,
        count(*) as views
    from {{ ref('page_views') }}
    group by session_id, user_id
),

users as (
    select
        user_id,
        count(*) as sessions,
        sum(views) as views,
        min(started_at) as first_seen_at
    from sessions
    group by user_id
)

select * from users
