select
    b.branch_no as branch_no,
    b_chain.level as branch_level,
    b_chain.root as top_branch,
    b_chain.path as way
from branch as b
left join (
    with recursive followed as (
        select child.branch_no as chain_of, 1 as level, child.branch_no as root,
            cast(child.branch_no as varchar) as path
        from branch as child
        where child.parent_no is null
            or not exists (select 1 from branch as above where above.branch_no = child.parent_no)
        union all
        select child.branch_no, followed.level + 1, followed.root,
            followed.path || '/' || cast(child.branch_no as varchar)
        from branch as child
        inner join followed on child.parent_no = followed.chain_of
    )
    select chain_of, level, root, path
    from followed
) as b_chain
    on b.branch_no = b_chain.chain_of
