CREATE TABLE subscription (
    id VARCHAR,
    subscriptionversionid INTEGER,
    accountid VARCHAR,
    createdbyid VARCHAR,
    updatedbyid VARCHAR,
    invoiceownerid VARCHAR,
    status VARCHAR,
    name VARCHAR,
    autorenew BOOLEAN,
    version INTEGER,
    termtype VARCHAR,
    initialterm INTEGER,
    subscriptionstartdate TIMESTAMP,
    subscriptionenddate TIMESTAMP,
    createddate TIMESTAMP,
    isdeleted BOOLEAN
);
