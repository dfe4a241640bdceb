WITH w AS (
    SELECT recid, upper(trim(dataareaid)) AS company, trim(workorderid) AS work_order_no, workordertype, costtype, workorderlifecyclestate,
           parentworkorder, responsibleworker,
           CAST(coalesce(nullif(expectedend, TIMESTAMP '1900-01-01'), nullif(scheduledend, TIMESTAMP '1900-01-01')) AS DATE) AS due_on,
           nullif(CAST(actualstart AS DATE), DATE '1900-01-01') AS actual_start_on,
           nullif(CAST(actualend AS DATE), DATE '1900-01-01') AS actual_end_on
    FROM eam_workorder
    WHERE upper(trim(dataareaid)) <> 'DAT'
), crt AS (
    SELECT refrecid, created, createdby,
           (lower(trim(remark)) LIKE 'work order created%' OR lower(trim(remark)) LIKE 'werkorder aangemaakt%') IS TRUE AS is_created
    FROM eam_statelog
    WHERE upper(trim(reftable)) = 'WORKORDER'
), pick AS (
    SELECT refrecid, created, createdby
    FROM crt
    QUALIFY row_number() OVER (PARTITION BY refrecid ORDER BY is_created DESC,
                               CASE WHEN is_created THEN created END DESC, CASE WHEN NOT is_created THEN created END, createdby) = 1
)
SELECT w.company, w.work_order_no,
       coalesce(ty.label, 'Unknown (' || w.workordertype || ')') AS order_type,
       coalesce(ct.label, 'Unknown (' || w.costtype || ')') AS cost_type,
       CASE WHEN s.recid IS NULL THEN 'Unknown' ELSE coalesce(nullif(trim(s.name), ''), s.stateid) END AS state,
       CASE WHEN s.stateid IN ('Closed', 'Ended', 'Finished', 'Cancelled') THEN 'Closed' ELSE 'Open' END AS open_closed,
       trim(par.workorderid) AS parent_order_no,
       CAST(pick.created AS DATE) AS created_on,
       pick.createdby AS created_by,
       w.actual_start_on, w.actual_end_on, w.due_on,
       CASE WHEN w.actual_end_on IS NULL AND w.due_on IS NULL THEN 'No due date'
            WHEN w.actual_end_on IS NULL AND w.due_on < DATE '2025-03-31' THEN 'Overdue'
            WHEN w.actual_end_on IS NULL THEN 'On track'
            WHEN w.due_on IS NULL THEN 'Finished'
            WHEN w.actual_end_on > w.due_on THEN 'Finished late'
            ELSE 'Finished in time' END AS due_status,
       CASE WHEN wk.recid IS NULL THEN 'Not assigned'
            ELSE concat_ws(', ', nullif(trim(wk.lastname), ''), nullif(trim(wk.firstname), '')) END AS responsible,
       date_diff('day', CAST(pick.created AS DATE), w.actual_end_on) AS lead_days
FROM w
LEFT JOIN eam_enum ty ON ty.enumname = 'WorkOrderType' AND ty.enumvalue = w.workordertype
LEFT JOIN eam_enum ct ON ct.enumname = 'AssetCostType' AND ct.enumvalue = w.costtype
LEFT JOIN eam_lifecyclestate s ON s.recid = w.workorderlifecyclestate AND s.kind = 'WorkOrder'
LEFT JOIN eam_workorder par ON par.recid = w.parentworkorder
LEFT JOIN pick ON pick.refrecid = w.recid
LEFT JOIN eam_worker wk ON wk.recid = w.responsibleworker
