select
    id as repository_id,
    full_name,
    split_part(full_name, '/', 1) as owner_name,
    split_part(full_name, '/', 2) as repo_name,
    case private when true then 'private' when false then 'public' else 'unknown' end as visibility,
    coalesce(nullif(trim(default_branch), ''), 'main') as main_branch,
    coalesce(archived, false) as is_archived,
    created_at
from gh_repository
where fork is distinct from true
