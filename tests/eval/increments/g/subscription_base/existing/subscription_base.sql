WITH source AS (

    SELECT *
    FROM {{ source('zuora', 'subscription') }}

), renamed AS (

    SELECT
      id                                                          AS subscription_id,
      subscriptionversionid                                       AS subscription_version_id,
      --keys
      accountid                                                   AS account_id,
      createdbyid                                                 AS created_by_id,
      invoiceownerid                                              AS invoice_owner_id,
      --info
      status                                                      AS subscription_status,
      name                                                        AS subscription_name,
      LOWER(TRIM(name))                                           AS subscription_name_clean,
      autorenew                                                   AS auto_renew,
      version                                                     AS version,
      termtype                                                    AS term_type,
      COALESCE(initialterm, 0)                                    AS initial_term,
      --dates
      DATE_TRUNC('month', subscriptionstartdate)                  AS subscription_start_month,
      CAST(subscriptionstartdate AS DATE)                         AS subscription_start_date,
      CAST(subscriptionenddate AS DATE)                           AS subscription_end_date,
      createddate                                                 AS created_date,
      --metadata
      isdeleted                                                   AS is_deleted

    FROM source

)

SELECT *
FROM renamed
