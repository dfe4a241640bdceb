with sessions as (
    select
        session_id,
        user_id,
        min(viewed_at) as started_at,
        count(*) as views,
        sum(seconds) as total_seconds,
        count(case when device = 'desk' then 1 end) as desktop_views
    from {{ ref('page_views') }}
    group by session_id, user_id
),

users as (
    select
        user_id,
        count(*) as sessions,
        sum(views) as views,
        min(started_at) as first_seen_at,
        sum(total_seconds) as total_seconds,
        sum(desktop_views) as desktop_views
    from sessions
    group by user_id
)

select * from users
