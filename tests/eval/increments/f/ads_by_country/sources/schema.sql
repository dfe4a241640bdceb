CREATE TABLE stg_fb__ad_country (
    date_day DATE,
    ad_id INTEGER,
    country VARCHAR,
    placement VARCHAR,
    clicks INTEGER,
    impressions INTEGER,
    spend DECIMAL(12,2),
    reach INTEGER
);
CREATE TABLE stg_fb__ad (
    ad_id INTEGER,
    ad_name VARCHAR,
    account_id INTEGER,
    status VARCHAR
);
CREATE TABLE stg_fb__account (
    account_id INTEGER,
    account_name VARCHAR
);
CREATE TABLE stg_fb__country (
    country_code VARCHAR,
    country_name VARCHAR
);
